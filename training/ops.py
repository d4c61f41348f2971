"""Multiply matrices with numpy's OpenBLAS, which trains several times faster than BLIS on common machines."""

from thinc.api import NumpyOps, set_current_ops


class OpenBlasOps(NumpyOps):  # type: ignore[misc]
    """NumpyOps that leaves matrix products to numpy; the trained weights load under any other ops."""

    def __init__(self, device_type: str = "cpu", device_id: int = -1, *, use_blis: bool = False) -> None:
        super().__init__(device_type, device_id, use_blis=use_blis)


def use_openblas() -> None:
    """Make every model built from here on compute with OpenBLAS."""
    set_current_ops(OpenBlasOps())

"""Options of Flink that a user of streams needs; importing this makes Beam for Python know them."""

import argparse

from apache_beam.options.pipeline_options import PipelineOptions


class FlinkStreamOptions(PipelineOptions):
    """What the job server takes and Beam for Python does not name; passed on to it."""

    @classmethod
    def _add_argparse_args(cls, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--checkpointing_interval", type=int, help="milliseconds between two checkpoints")
        # Else what a step gives in a bundle that a checkpoint interrupts is kept until its next bundle: after the
        # source's only one, for ever.
        parser.add_argument(
            "--finish_bundle_before_checkpointing",
            action="store_true",
            default=True,
            help="let bundles end before a checkpoint; always so",
        )
        parser.add_argument("--savepoint_path", help="the savepoint or checkpoint that a stream goes on from")

"""Flattening, so that every engine can run it."""

from collections.abc import Sequence

import apache_beam as beam
from apache_beam.typehints.decorators import no_annotations


class Unite(beam.PTransform):
    """Flattens collections that other steps read too.

    Flink and Spark refuse a Flatten that shares an input with a grouping or a step with side inputs (Beam's issue
    34647), so here each collection has a reader of its own before the Flatten.
    """

    @no_annotations
    def expand(self, collections: Sequence[beam.PCollection]) -> beam.PCollection:
        """PCollections of one type to one of that type."""
        return [
            collection | f"Apart{i}" >> beam.Map(_itself).with_output_types(collection.element_type)
            for i, collection in enumerate(collections)
        ] | beam.Flatten()


def _itself(element: object) -> object:
    return element

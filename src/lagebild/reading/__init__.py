"""Files, pipes and records into documents."""

from lagebild.reading.inputs import Failure, read_inputs

__all__ = ["Failure", "read_inputs"]

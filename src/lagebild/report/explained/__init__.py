"""Why a record is there, and why at some place there is none."""

"""What records are called."""

from hypothesis import given

from lagebild.model.codec import encode
from lagebild.model.findings import Findings
from lagebild.model.naming import KEYED, LISTS, PLACED, name_of, name_on_wire
from tests.any_findings import any_findings


@given(any_findings())
def test_a_record_has_one_name_in_the_findings_and_on_the_wire(findings: Findings) -> None:
    wire = encode(findings)
    for kind, name in LISTS.items():
        names = [name_of(item) for item in getattr(findings, name)]
        assert names == [name_on_wire(item) for item in wire[name]]
        assert all(("key" in item) is (kind in KEYED) is (kind not in PLACED) for item in wire[name])

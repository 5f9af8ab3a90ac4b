"""The contract every check keeps."""

from ipcheck.check.checklist import ChecklistItem, load_checklist
from ipcheck.check.contract import Check, CheckError, Sample, ill_made, kebab_name
from ipcheck.check.leaflet import Leaflet, Option, find_leaflet
from ipcheck.check.measured import UNMEASURED, load_measured

__all__ = [
    "UNMEASURED",
    "Check",
    "CheckError",
    "ChecklistItem",
    "Leaflet",
    "Option",
    "Sample",
    "find_leaflet",
    "ill_made",
    "kebab_name",
    "load_checklist",
    "load_measured",
]

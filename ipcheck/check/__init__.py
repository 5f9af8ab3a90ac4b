"""The contract every check keeps."""

from ipcheck.check.checklist import ChecklistItem, load_checklist
from ipcheck.check.contract import Check, CheckError, Sample, kebab_name
from ipcheck.check.leaflet import Leaflet, find_leaflet

__all__ = ["Check", "CheckError", "ChecklistItem", "Leaflet", "Sample", "find_leaflet", "kebab_name", "load_checklist"]

"""ipcheck: offline checks for Chinese patent, trademark and agency work, before it is filed."""

__version__ = "0.1.0"

"""Settings: from defaults, ipcheck.toml and the command line, with all errors at once."""

from ipcheck.config.settings import PROFILES, ConfigError, Settings, matches, option_names
from ipcheck.config.sources import CONFIG_NAME, Wishes, find_config, make_settings

__all__ = [
    "CONFIG_NAME",
    "PROFILES",
    "ConfigError",
    "Settings",
    "Wishes",
    "find_config",
    "make_settings",
    "matches",
    "option_names",
]

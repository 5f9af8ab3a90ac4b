"""Settings: from defaults, ipcheck.toml and the command line, with all errors at once."""

from ipcheck.config.profiles import Profile, shipped_profiles
from ipcheck.config.settings import ConfigError, Settings, matches, option_names
from ipcheck.config.sources import CONFIG_NAME, Wishes, find_config, make_settings

__all__ = [
    "CONFIG_NAME",
    "ConfigError",
    "Profile",
    "Settings",
    "Wishes",
    "find_config",
    "make_settings",
    "matches",
    "option_names",
    "shipped_profiles",
]

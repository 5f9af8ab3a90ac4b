"""Settings: from defaults, ipcheck.toml and the command line, with all errors at once."""

from ipcheck.config.accepted import ACCEPTED_NAME, Accepted, as_toml, is_day, read_accepted
from ipcheck.config.profiles import Profile, shipped_profiles
from ipcheck.config.settings import ConfigError, Settings, matches, option_names
from ipcheck.config.sources import CONFIG_NAME, Wishes, check_folders, find_config, make_settings

__all__ = [
    "ACCEPTED_NAME",
    "CONFIG_NAME",
    "Accepted",
    "ConfigError",
    "Profile",
    "Settings",
    "Wishes",
    "as_toml",
    "check_folders",
    "find_config",
    "is_day",
    "make_settings",
    "matches",
    "option_names",
    "read_accepted",
    "shipped_profiles",
]

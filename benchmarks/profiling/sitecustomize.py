"""Profile this Python process, and leave what was seen in the folder `L10N_PROFILE_FOLDER` names.

Python imports a module of this name at its start (documentation of the module `site`): with this folder on
PYTHONPATH, the processes that a benchmark starts are profiled as well as its own.
"""

import atexit
import cProfile
import os
from pathlib import Path

if folder := os.environ.get("L10N_PROFILE_FOLDER"):
    profile = cProfile.Profile()

    def leave() -> None:
        """Write down what was seen."""
        profile.disable()
        profile.dump_stats(Path(folder) / f"{os.getpid()}.profile")

    atexit.register(leave)
    profile.enable()

"""A build backend that builds nothing, for downloading source distributions.

pip asks each source distribution that it downloads for its metadata, for which it runs the package's own
build and first installs what that build needs. The corpus only wants the files. `fetch` copies this module,
as `sitecustomize.py`, into a folder on PYTHONPATH: in the process in which pip would run the build it takes
the place of the package's backend, and answers with the name and version that were asked for. No package's
code is run.
"""

import os
import sys

NAME = "LANGDETECT_INERT_BUILD_NAME"
VERSION = "LANGDETECT_INERT_BUILD_VERSION"
_BACKEND_VARIABLES = ("_PYPROJECT_HOOKS_BUILD_BACKEND", "PEP517_BUILD_BACKEND")
_PATH_VARIABLES = ("_PYPROJECT_HOOKS_BACKEND_PATH", "PEP517_BACKEND_PATH")

if any(variable in os.environ for variable in _BACKEND_VARIABLES):
    sys.modules["inert_build"] = sys.modules[__name__]
    for _variable in _BACKEND_VARIABLES:
        os.environ[_variable] = "inert_build"
    for _variable in _PATH_VARIABLES:
        os.environ.pop(_variable, None)


def get_requires_for_build_wheel(config_settings: object = None) -> list[str]:
    """The requirements of a build: none."""
    return []


def prepare_metadata_for_build_wheel(metadata_directory: str, config_settings: object = None) -> str:
    """The name of a new folder with a name and a version, all that pip compares."""
    name, version = os.environ[NAME], os.environ[VERSION]
    folder = f"{name.replace('-', '_')}-{version}.dist-info"
    os.makedirs(os.path.join(metadata_directory, folder))
    with open(os.path.join(metadata_directory, folder, "METADATA"), "w", encoding="utf-8") as stream:
        stream.write(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    return folder

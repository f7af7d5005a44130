"""What to do about a download that is not the file: it depends on who answered, and why. Needed only for a finding."""

from __future__ import annotations

import re
from shlex import quote

from langdetect_hook.evidence import server_answers
from langdetect_hook.evidence.server_answers import PAGE, SHOWN, STORAGE
from langdetect_hook.evidence.shown_files import raw_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.evidence.server_answers import Saved

# --fail: an error stops the download; --location: a redirect is followed, which is no error to --fail.
CURL = "curl --fail --location"
ADVICE: dict[str, str] = {
    server_answers.CHALLENGE: (
        f"the server wants to see a browser: save the file with one, or fetch it from another address with {CURL}"
    ),
    server_answers.LEADS: (
        "open its address in a browser, which goes where the page leads, and log in there if it asks for that; then "
        f"fetch it again with {CURL}"
    ),
    server_answers.LIMIT: f"wait a while, then fetch it again with {CURL} --retry 5",
    server_answers.LISTING: f"the address is that of a folder: add the file's name to it, and fetch that with {CURL}",
    server_answers.LOGIN: (
        "the server wants a login, which is no error that --fail could see: fetch it from a public address, or with a "
        f"token: {CURL} --header 'Authorization: Bearer TOKEN'"
    ),
    server_answers.PORTAL: f"log in to the network with a browser, then fetch it again with {CURL}",
    server_answers.PROGRAM: (
        f"the program on the server failed, which --fail may not see: fetch it again with {CURL} when that works"
    ),
    server_answers.PROXY: (
        f"a proxy answered in place of the server: get its leave or another network, then fetch it again with {CURL}"
    ),
    server_answers.REDIRECT: f"fetch it again with {CURL}, which follows a redirect",
    server_answers.STATUS: f"fetch it again with {CURL}, which stops at an error",
}
# What a storage service says: by the beginning of its code.
NO_SUCH = ("NoSuch", "BlobNotFound", "ContainerNotFound", "ResourceNotFound")
ADVICE_OF_STORAGE = (
    f"check the name in the address, of which upper and lower case count, and fetch it with {CURL}",
    f"the store gives it to nobody unknown: ask for an address that is signed anew, and fetch it with {CURL}",
)
OF_GITHUB = r"<title>[^<]*· GitHub\s*</title>|<title>\s*GitHub -"
ANY_RAW = "https://raw.githubusercontent.com/OWNER/REPOSITORY/BRANCH/PATH"


def advice(case: Case, saved: Saved) -> str:
    """What to do about an answer that was saved under the name of a file."""
    if saved.kind == STORAGE:
        return ADVICE_OF_STORAGE[not any(f'"{code}' in saved.seen for code in NO_SUCH)]
    return about_page(case, "a page") if saved.kind in (PAGE, SHOWN) else ADVICE[saved.kind]


def about_page(case: Case, words: str) -> str:
    """What to do about a page that says nothing of an error; `words` say what it is."""
    if raw := raw_address(case.text):
        return f"fetch what it shows: {fetched(case.path, raw)}"
    if re.search(OF_GITHUB, case.text):
        return f"fetch the file's content, not a page of GitHub: {CURL} {ANY_RAW}"
    from langdetect_hook.evidence.words import if_meant

    # A server that answers any address with its front page, or a login page, reports no error that --fail could see.
    download = f"if it was downloaded, check the address, and whether it wants a login, then fetch it with {CURL}"
    return f"{download}; {if_meant(case, 'HTML', words)}"


def fetched(path: str, address: str) -> str:
    """The command that fetches an address into `path`; without the path where that cannot be shown as it is."""
    if not path.isprintable():
        return f"{CURL} {quote(address)}"
    return f"{CURL} --output {quote('./' * path.startswith('-') + path)} {quote(address)}"

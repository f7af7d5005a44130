"""Pages that show a file of a repository in place of the file, and where its content is."""

from __future__ import annotations

import re

# Pages that show a file of a repository, and where its content is: https://docs.github.com, docs.gitlab.com ...
_PATH = r"([\w./@+%~,=-]+)"
RAW_ADDRESSES = (
    (rf"https://github\.com/([\w.-]+/[\w.-]+)/(?:blame|blob|edit)/{_PATH}", "https://raw.githubusercontent.com/{}/{}"),
    (rf"https://huggingface\.co/([\w./-]+)/blob/{_PATH}", "https://huggingface.co/{}/resolve/{}"),
    (rf"https://bitbucket\.org/([\w.-]+/[\w.-]+)/src/{_PATH}", "https://bitbucket.org/{}/raw/{}"),
    (rf"(https://[\w.-]+/[\w./-]+)/-/blob/{_PATH}", "{}/-/raw/{}"),  # GitLab
    (r"(https://[\w.-]+/[\w.-]+/[\w.-]+)/src/((?:branch|commit|tag)/[\w./@+%~,=-]+)", "{}/raw/{}"),  # Forgejo, Gitea
)
# Where a page says its own address, and how the title of GitHub's does.
SAYS_ITS_ADDRESS = r"<(?:meta\b[^>]{0,500}\bog:url\b|link\b[^>]{0,500}\bcanonical\b)[^>]{0,500}>"
GITHUB_TITLE = r"<title>\s*(?:[\w.-]+)/([^\s<]+) at ([^\s<]+) · ([\w.-]+/[\w.-]+)(?: · GitHub)?\s*</title>"
FIRST_CHARACTERS = 100_000  # they stand in the head of a page


def raw_address(text: str) -> str:
    """Where the content of the file is that a page shows, where the page says so; else ""."""
    text = text[:FIRST_CHARACTERS]
    for tag in re.findall(SAYS_ITS_ADDRESS, text):
        for page, raw in RAW_ADDRESSES:
            if found := re.search(rf"[\"']{page}[\"'?#]", tag):
                return raw.format(*found.groups())
    title = re.search(GITHUB_TITLE, text)
    return f"https://raw.githubusercontent.com/{title[3]}/{title[2]}/{title[1]}" if title and _is_plain(title) else ""


def _is_plain(title: re.Match[str]) -> bool:
    return all(re.fullmatch(_PATH, part) for part in title.groups())

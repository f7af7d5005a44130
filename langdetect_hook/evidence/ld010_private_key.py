"""LD010: a private key where data, code or a public key is expected.

A key under a name of keys is none of this rule's business: whether it may be committed is another question. Loaded only
for a text that begins with the armour of one.
"""

from __future__ import annotations

import re

from langdetect_hook.evidence.evidence import Evidence
from langdetect_hook.evidence.made_for_tests import TESTS, is_about

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim

# RFC 7468, OpenSSH's PROTOCOL.key, RFC 9580, PuTTY's own.
_ARMOUR = re.compile(r"\s*(?:-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----\n|PuTTY-User-Key-File-\d: )")
# What may stand beside a key in a file of certificates.
_PUBLIC = re.compile(r"^-----BEGIN (?:CERTIFICATE|[A-Z ]*PUBLIC KEY)", re.MULTILINE)
PUBLIC_NAMES = frozenset({".cer", ".crt", ".csr", ".pub"})
# Languages of Linguist that are keys, and suffixes anywhere in a name that are.
_KEYS = frozenset({"PEM", "Private Key"})
_KEY_SUFFIXES = frozenset({".asc", ".gpg", ".key", ".p8", ".pem", ".pgp", ".ppk", ".priv", ".private", ".rsa"})


def evidence(case: Case) -> Evidence | None:
    """The private key that a file is, under a name that says something else, or None."""
    claim = case.claim
    if not _ARMOUR.match(case.text) or is_about(claim.path, TESTS):
        return None
    is_public = claim.extension in PUBLIC_NAMES
    if not is_public and (not claim or not _claims_no_key(claim)):
        return None
    if is_public and _PUBLIC.search(case.text):
        return None
    from langdetect_hook.evidence.words import expected_of, taken_out

    expected = "a certificate or a public key" if is_public else expected_of(claim)
    pushed = "if it was ever pushed, or is not yours alone, replace it by a new one"
    advice = f"take it out of the commit{taken_out(case)}; {pushed}"
    return Evidence("LD010", 1, "looks like a private key", expected, advice)


def _claims_no_key(claim: Claim) -> bool:
    """Whether a name of code or data says nothing of a key."""
    if claim.template or claim.has("documentation") or not _KEYS.isdisjoint(claim.languages):
        return False
    suffixes = {f".{part}" for part in claim.name.lower().split(".")[1:]}
    return suffixes.isdisjoint(_KEY_SUFFIXES)

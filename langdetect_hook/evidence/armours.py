"""What encrypts a text under its own name, and how the text begins then: it may have any name. Needed only for what
would be a finding."""

from __future__ import annotations

import re

MOST_CHARACTERS = 20_000
# The tool, and the beginning of what it writes.
ARMOURS = (
    ("Ansible Vault", r"\$ANSIBLE_VAULT;\d"),
    ("age", r"-----BEGIN AGE ENCRYPTED FILE-----|age-encryption\.org/"),
    ("OpenPGP", r"-----BEGIN PGP MESSAGE-----"),
    ("CMS", r"-----BEGIN (?:CMS|PKCS7|ENCRYPTED MESSAGE|SMIME)-----"),
    ("OpenSSL", r"U2FsdGVkX1"),  # "Salted__" in base64: transcrypt's as well
    ("Fernet", r"gAAAAA[\w-]{40}"),
    ("JWE", r"eyJ[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+\s*\Z"),
    ("EJSON", r"EJ\[1:[\w+/=]+:"),
    ("Vault", r"vault:v\d+:[\w+/=]+"),
    ("IEEE 1735", r"`protect begin_protected\b"),  # a core in VHDL or Verilog whose maker sells it
    ("saltpack", r"BEGIN (?:\w+ )?SALTPACK ENCRYPTED MESSAGE\."),
    # Or what it makes of a file that has no keys: an object of JSON, whatever the name.
    ("SOPS", r"ENC\[(?:AES256_GCM|PKCS7|GPG),|\{\s*\"data\":\s*\"ENC\[AES256_GCM,"),
)


def armour_of(text: str) -> str:
    """What has encrypted a whole text, as its first characters say, or ""."""
    start = text[:MOST_CHARACTERS].lstrip()
    return next((name for name, armour in ARMOURS if re.match(armour, start)), "")

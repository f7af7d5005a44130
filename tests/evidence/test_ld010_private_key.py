from __future__ import annotations

import pytest

KEY = "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----\n"
CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIB\n-----END CERTIFICATE-----\n"
PUBLIC = KEY.replace("PRIVATE", "PUBLIC")

SILENT = [
    ("a name of keys", "server.key", KEY),
    ("a name of keys", "server.pem", KEY),
    ("a name of keys", "id_rsa", KEY),
    ("a name of keys", "deploy.key.json", KEY),
    ("no claim", "notes", KEY),
    ("documentation", "key.md", KEY),
    ("documentation", "key.txt", KEY),
    ("a template", "key.yaml.j2", KEY),
    ("a fixture", "tests/keys/a.json", KEY),
    ("an example", "examples/tls/a.py", KEY),
    ("a public key", "id_rsa.pub", PUBLIC),
    ("a public key", "a.json", PUBLIC),
    ("a certificate", "a.crt", CERTIFICATE),
    ("a certificate and its key", "a.crt", KEY + CERTIFICATE),
    ("a certificate and its key", "a.crt", CERTIFICATE + KEY),
    ("further down", "a.py", f'KEY = """\n{KEY}"""\n'),
    ("in a string", "a.json", '{"key": "-----BEGIN PRIVATE KEY-----"}\n'),
    ("in a comment", "a.py", f"# {KEY}"),
    ("a request", "a.json", KEY.replace("PRIVATE KEY", "CERTIFICATE REQUEST")),
    ("a message", "a.yaml", KEY.replace("PRIVATE KEY", "PGP MESSAGE")),
    ("encrypted by age", "a.yaml", KEY.replace("PRIVATE KEY", "AGE ENCRYPTED FILE")),
    ("pragma", "a.yaml", f"{KEY}# langdetect: ignore\n"),
]


@pytest.mark.parametrize("why, path, content", SILENT)
def test_silent(why: str, path: str, content: str, found) -> None:
    assert [one for one in found(path, content, {}) if one.rule == "LD010"] == []


@pytest.mark.parametrize("path", ["a.json", "a.yaml", "a.py", "a.toml", "Dockerfile", "a.crt", "a.cer", "id_rsa.pub"])
@pytest.mark.parametrize("kind", ["", "RSA ", "EC ", "DSA ", "ENCRYPTED ", "OPENSSH ", "SSH2 ENCRYPTED "])
def test_fires(path: str, kind: str, found) -> None:
    for content in (KEY.replace("PRIVATE", f"{kind}PRIVATE"), "\n\n" + KEY, KEY.replace("\n", "\r\n"), "\ufeff" + KEY):
        [evidence] = found(path, content, {})
        assert (evidence.rule, evidence.line, evidence.seen) == ("LD010", 1, "looks like a private key")
        assert "replace it" in evidence.advice


@pytest.mark.parametrize(
    "content",
    ["-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlFgEAAAA\n", "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n"],
)
def test_other_kinds_of_keys(content: str, found) -> None:
    [evidence] = found("a.yaml", content, {})
    assert evidence.rule == "LD010"


def test_what_is_expected_is_said(found) -> None:
    assert found("id_rsa.pub", KEY)[0].expected == "a certificate or a public key"
    assert found("a.json", KEY)[0].expected == "JSON"

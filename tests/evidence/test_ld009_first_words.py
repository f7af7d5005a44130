"""LD009: formats that begin with fixed words. First what must stay silent."""

from __future__ import annotations

import pytest

from langdetect_hook.claims.names_table import NAMES
from langdetect_hook.evidence import BEGIN_WITH_WORDS
from langdetect_hook.evidence.ld009_first_words import FIRST_WORDS

BASE64 = "MIAGCSqGSIb3DQEHAqCAMIACAQExCzAJBgUr\nDgMCGgUAMIAGCSqGSIb3DQEHAQAAoIAwggNT\n"
CERTIFICATE = f"-----BEGIN CERTIFICATE-----\n{BASE64}-----END CERTIFICATE-----\n"
PYTHON = "import os\n\n\ndef brew(cups):\n    return [os.path.join(cup, 'water') for cup in cups]\n"

SILENT = [
    ("server.pem", CERTIFICATE),
    ("server.crt", "Certificate:\n    Data:\n        Version: 3 (0x2)\n" + CERTIFICATE),
    ("bundle.pem", "# Brewers' own authority\n\n" + CERTIFICATE),
    ("server.pem", "   -----BEGIN CERTIFICATE-----\n"),
    ("message.pem", BASE64),
    ("server.crt", b"\x30\x82\x02\x95\x30\x82\x01\xfe\xa0\x03\x02\x01\x02\x02\x01\x00\xff\xfe\x00\x01"),
    ("empty.pem", "\n"),
    ("authorities.crt", "# none yet\n# see the wiki\n"),
    ("root.crt", "This is a dummy file that brew needs at its start.\n\nAdd certificates to it.\n"),
    ("server.pem", "$ANSIBLE_VAULT;1.2;AES256;brew\n62313365396662343061393464336163\n"),
    ("server.pem", '{\n\t"data": "ENC[AES256_GCM,data:p673w==,iv:YY=]",\n\t"sops": {"version": "3.9"}\n}\n'),
    ("server.pem", "{{ certificate }}\n"),
    ("server.pem", '<%= @certificate.split.join("\\n") %>\n'),
    ("server.pem", "${SERVER_CERTIFICATE}\n"),
    ("server.pem.j2", "{% for one in all %}one{% endfor %}\n"),
    ("server.pem", "../../shared/certificates/server.pem"),
    ("tests/data/broken.pem", "<broken>\n"),
    ("id_rsa", "-----BEGIN OPENSSH PRIVATE KEY-----\n"),
    ("notes.rtf", "{\\rtf1\\ansi Brew.\\par}"),
    ("notes.rtf", "\ufeff{\\rtf1\\ansi Brew.\\par}"),
    ("week.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"),
    ("week.ics", "\r\nbegin:vcalendar\r\nend:vcalendar\r\n"),
    ("people.vcf", "BEGIN:VCARD\r\nFN:Brewer\r\nEND:VCARD\r\n"),
    ("genes.vcf", "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\n"),
    ("genes.vcf", "#CHROM\tPOS\tID\n20\t1\t.\n"),
    ("talk.vtt", "WEBVTT - a talk\n\n00:01.000 --> 00:02.000\nBrew.\n"),
    ("talk.srt", "1\r\n00:00:01,000 --> 00:00:02,000\r\nBrew.\r\n"),
    ("default.srt", ';;; default.srt --- templates\nset mode "brew-mode"\n\ntemplate brew\n"Words"\n'),
    ("keys.reg", "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Brew]\r\n"),
    ("keys.reg", "Windows Registry Editor Version 5.00\r\n".encode("utf-16")),
    ("keys.reg", "REGEDIT4\n\n[HKEY_CURRENT_USER\\Brew]\n"),
    ("m31.reg", '# Region file format: DS9 version 4.1\nglobal color=green\nfk5\ncircle(10.6,41.2,5")\n'),
    ("m31.reg", 'fk5;circle(10.6,41.2,5")\n'),
    ("week.ics", " \n\n"),
    ("week.ics", "{{ calendar }}\n"),
    ("server.key", PYTHON),
    ("brew.py", PYTHON),
    ("server.pem", "<insert your key here>\n"),
    ("server.pem", "***REDACTED***\n"),
    ("server.pem", "...\n"),
    ("server.pem", "%BREW_KEY%\n"),
    ("brewer.pem", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC brewer@example.org\n"),
    ("brewer.pem", "---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----\n"),
    ("cells.ics", "\t\nics_version\t1.0\nfilename\tcells\n"),
    ("genes.vcf", "chr1\t100\t.\tA\tG\t50\tPASS\tDP=1\n"),
    ("talk.srt", "[Script Info]\nTitle: Brew\n"),
    ("talk.srt", "{1}{20}Brew.\n"),
    ("talk.srt", "1\n00:00:01.000 -> 00:00:02.000\nBrew.\n"),
    ("timer.reg", "# offset name\n0x00 CONTROL rw\n0x04 STATUS r\n"),
    ("m31.reg", "linear\nbox(1,2,3,4)\n"),
    ("notes.rtf", "{\\urtf1 Brew.}"),
    ("week.ics", '# langdetect: language=JSON\n{"events": []}\n'),
    ("server.pem", "vault:v1:cGxhaW50ZXh0\n"),
    ("server.pem", "BEGIN SALTPACK ENCRYPTED MESSAGE. kcJn5brvybfNjz6\n"),
]

FOUND = [
    ("server.pem", PYTHON, 'has no "-----BEGIN"', "PEM"),
    ("server.crt", "ssh: connect to host example.org port 22: refused\n", 'has no "-----BEGIN"', "PEM"),
    ("server.csr", '{"certificate": null}\n', 'has no "-----BEGIN"', "PEM"),
    ("deploy/id_ed25519", "ssh-keygen: command not found\n", 'has no "-----BEGIN"', "PEM"),
    ("notes.rtf", "# Notes\n\nBrew the words.\n", r'has no "{\rtf"', "Rich Text Format"),
    ("week.ics", '{"events": []}\n', 'has no "BEGIN:VCALENDAR"', "iCalendar"),
    ("people.vcf", "name,phone\nBrewer,1\n", 'has no "BEGIN:VCARD"', "vCard, Variant Call Format or TSV"),
    ("talk.vtt", "1\n00:00:01,000 --> 00:00:02,000\nBrew.\n", 'has no "WEBVTT"', "WebVTT"),
    ("talk.srt", "Brew the words.\n\nAnd the water.\n", 'has no "-->"', "SubRip Text or SRecode Template"),
    (
        "keys.reg",
        '[HKEY_CURRENT_USER\\Brew]\n"Cup"="2"\n',
        'has no "Windows Registry Editor"',
        "Windows Registry Entries",
    ),
    ("server.pem", "brew(your_cup);\n", 'has no "-----BEGIN"', "PEM"),
    ("keys.reg", "Get-ItemProperty HKCU:\\Brew\n", 'has no "Windows Registry Editor"', "Windows Registry Entries"),
]


@pytest.mark.parametrize(("path", "content"), SILENT)
def test_silent(found, path, content):
    assert [one for one in found(path, content) if one.rule == "LD009"] == []


@pytest.mark.parametrize(("path", "content", "seen", "expected"), FOUND)
def test_found(found, path, content, seen, expected):
    (one,) = found(path, content)
    assert (one.rule, one.line, one.seen, one.expected) == ("LD009", 1, seen, expected)
    assert "fetch or make it again" in one.advice


def test_a_saved_page_is_one_whatever_the_format(found):
    (one,) = found("server.pem", "<!DOCTYPE html>\n<title>404 Not Found</title>\n")
    assert one.rule == "LD003"


def test_every_such_format_is_claimed_first_by_some_name():
    assert FIRST_WORDS.keys() == BEGIN_WITH_WORDS
    assert {entry.claimed.partition(",")[0] for entry in NAMES.values()} >= BEGIN_WITH_WORDS

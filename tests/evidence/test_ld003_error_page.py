from __future__ import annotations

import pytest

PAGE = "<!DOCTYPE html>\n<html><head><title>{}</title></head><body><h1>{}</h1></body></html>\n"
NOT_FOUND = PAGE.format("404 Not Found", "Not Found")
PLAIN_PAGE = PAGE.format("My shop", "Welcome")
GITHUB = '{\n  "message": "Not Found",\n  "documentation_url": "https://docs.github.com/rest"\n}\n'
AMAZON = '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'
GIT_HUB_RAW = "404: Not Found"
NGINX = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<hr>nginx\r\n</body></html>\r\n"
GOOGLE = '{"error": {"code": 403, "message": "The caller may not", "status": "PERMISSION_DENIED"}}\n'
LISTED = '{"errors": [{"status": "404", "title": "No such package"}]}'
OAUTH = '{"error": "unauthorized", "error_description": "Full authentication is required"}'
SPRING = '{"timestamp": 1714644000, "status": 500, "error": "Server Error", "path": "/logo.png"}'
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>404 Not Found</title></head></html>'

SILENT = [
    ("its own error page", "404.html", NOT_FOUND),
    ("its own error page", "404.htm", NOT_FOUND),
    ("its own error page", "404.php", NOT_FOUND),
    ("its own error page", "errors/404.erb", NOT_FOUND),
    ("its own error page", "404.html.j2", NOT_FOUND),
    ("its own error page", "404.vue", NOT_FOUND),
    ("its own error page", "404.svelte", NOT_FOUND),
    ("its own error page", "404.xhtml", NOT_FOUND),
    ("XHTML", "404.xml", '<?xml version="1.0"?>\n' + NOT_FOUND),
    ("XHTML", "404.xml", NOT_FOUND),
    ("XHTML without a prolog", "page.xml", XHTML),
    ("XHTML with a prolog", "page.xml", '<?xml version="1.0"?>\n' + NGINX),
    ("says what it is", "errors.xml", NGINX),
    ("says what it is", "tests/response-500.xml", NGINX),
    ("says what it is", "login.xml", PAGE.format("Sign in", "x")),
    ("says what it is", "not_found.xml", GIT_HUB_RAW),
    ("a page that is no error", "page.xml", PLAIN_PAGE),
    ("a fragment of a page", "a.html", GIT_HUB_RAW),
    ("template suffix", "feed.xml.j2", NGINX),
    ("template suffix", "feed.xml.erb", GIT_HUB_RAW),
    ("template suffix", "icon.svg.j2", NOT_FOUND),
    ("template suffix", "error.js.tmpl", NOT_FOUND),
    ("documentation", "404.md", NOT_FOUND),
    ("documentation", "404.md", GIT_HUB_RAW),
    ("documentation", "404.rst", GIT_HUB_RAW),
    ("no claim", "answer.txt", NOT_FOUND),
    ("no claim", "answer.txt", GIT_HUB_RAW),
    ("no claim", "answer", NOT_FOUND),
    ("left to the network", "users.json", PLAIN_PAGE.replace("</html>", "")),
    ("left to the network", "users.json", PLAIN_PAGE.partition("\n")[2]),
    ("an uncommon name", "users.vsh", PLAIN_PAGE),
    ("a template", "users.json", PLAIN_PAGE.replace("Welcome", "{{ greeting }}")),
    ("left to the network", "users.py", "<html><body>x</body></html>"),
    ("recorded answer", "fixtures/answer.json", GITHUB),
    ("recorded answer", "fixtures/answer.yaml", GITHUB),
    ("recorded answer", "fixtures/answer.xml", AMAZON),
    ("recorded answer", "fixtures/answer.json", GOOGLE),
    ("recorded answer", "fixtures/answer.yaml", LISTED),
    ("recorded answer", "fixtures/answer.geojson", OAUTH),
    ("documentation", "answer.md", GOOGLE),
    ("template suffix", "answer.js.erb", GOOGLE),
    ("no claim", "answer.txt", GOOGLE),
    ("no error", "a.png", '{"error": null, "message": "ok", "code": 200}'),
    ("no error", "a.png", '{"errors": [], "code": 0}'),
    ("no words", "a.js", '{"code": 404}'),
    ("a port, not an error", "a.js", '{"message": "Hello", "port": 500}'),
    ("metadata of a picture", "a.png", '{"frames": {"a": {"x": 1, "y": 2}}, "meta": {"image": "a.png"}}'),
    ("nested too deep", "a.js", '{"data": {"error": {"code": 404, "message": "x"}}}'),
    ("JSON with another message", "a.js", '{"message": "Hello"}'),
    ("large object", "a.js", '{"message": "Not Found", "a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1}'),
    ("code that begins with a comment of HTML", "a.js", "<!--\nfunction f() { alert('404 Not Found') }\n"),
    ("code that quotes a page", "a.py", f'PAGE = """{NOT_FOUND}"""\n'),
    ("a string that is an error", "a.json", '"Not Found"\n'),
    ("code with the words", "a.py", "# 404: Not Found\n"),
    ("code with braces first", "a.c", '{ "message": "Not Found" '),
    ("JSX", "a.jsx", "<html><head><title>x</title></head></html>"),
    ("not an error in XML", "a.js", "<Error/>"),
    ("picture", "a.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
    ("placeholder for a picture", "a.png", "not a real picture\n"),
    ("empty", "a.png", b""),
    ("pragma", "a.js", "<!DOCTYPE html><!-- langdetect: ignore --><title>404 Not Found</title>"),
]

FIRES = [
    ("users.json", PLAIN_PAGE, 'an HTML page ("My shop")', "JSON"),
    ("assets/index.js", "<!doctype html>\n<html><body><div id=app></div></body></html>", "an HTML page", "JavaScript"),
    ("assets/logo.svg", PLAIN_PAGE, 'an HTML page ("My shop")', "XML or SVG"),
    ("users.json", NOT_FOUND, '"404 Not Found"', "JSON"),
    ("users.json", "\ufeff\n  " + NOT_FOUND, '"404 Not Found"', "JSON"),
    ("users.json", NOT_FOUND.replace("\n", "\r\n"), '"404 Not Found"', "JSON"),
    ("users.json", GIT_HUB_RAW, '"404: Not Found"', "JSON"),
    ("a.csv", NOT_FOUND, '"404 Not Found"', "CSV"),
    ("a.css", PAGE.format("Access Denied", "x"), '"Access Denied"', "CSS"),
    ("a.js", PAGE.format("Just a moment...", "x"), '"Just a moment..."', "JavaScript"),
    ("a.js", GITHUB, '"Not Found"', "JavaScript"),
    ("a.py", PAGE.format("Sign in · GitLab", "x"), '"Sign in · GitLab"', "Python"),
    ("a.py", "<html>\n<head><title>502 Bad Gateway</title></head></html>", '"502 Bad Gateway"', "Python"),
    ("a.sh", GIT_HUB_RAW + "\n", '"404: Not Found"', "a shell script"),
    ("a.sh", "<html><h1>Service Unavailable</h1></html>", '"Service Unavailable"', "a shell script"),
    ("a.sh", AMAZON, '"AccessDenied"', "a shell script"),
    ("a.yaml", NOT_FOUND, '"404 Not Found"', "YAML"),
    ("icon.svg", NOT_FOUND, '"404 Not Found"', "XML or SVG"),
    ("a.ts", NOT_FOUND, '"404 Not Found"', "TypeScript or XML"),
    ("a.json", AMAZON, '"AccessDenied"', "JSON"),
    ("feed.xml", NGINX, '"502 Bad Gateway"', "XML"),
    ("pom.xml", NOT_FOUND, '"404 Not Found"', "XML"),
    ("strings.xml", PAGE.format("Access Denied", "x"), '"Access Denied"', "XML"),
    ("feed.xml", GIT_HUB_RAW, '"404: Not Found"', "XML"),
    ("feed.xml", "\ufeff" + GIT_HUB_RAW + "\r\n", '"404: Not Found"', "XML"),
    ("icon.svg", GIT_HUB_RAW, '"404: Not Found"', "XML or SVG"),
    ("logo.png", NOT_FOUND, '"404 Not Found"', "PNG"),
    ("logo.png", GOOGLE, '"The caller may not"', "PNG"),
    ("a.zip", GOOGLE, '"The caller may not"', "ZIP"),
    ("a.jar", GOOGLE, '"The caller may not"', "JAR"),
    ("a.tar.gz", GOOGLE, '"The caller may not"', "gzip"),
    ("main.go", GOOGLE, '"The caller may not"', "Go"),
    ("main.go", LISTED, '"No such package"', "Go"),
    ("logo.png", OAUTH, '"unauthorized"', "PNG"),
    ("logo.png", SPRING, '"Server Error"', "PNG"),
    ("photo.jpg", '{"message": "API limit reached", "statusCode": 429}', '"API limit reached"', "JPEG"),
    ("logo.png", PLAIN_PAGE, 'an HTML page ("My shop")', "PNG"),
    ("logo.png", "<html><body></body></html>", "an HTML page", "PNG"),
    ("logo.png", GITHUB, '"Not Found"', "PNG"),
    ("a.tar.gz", GIT_HUB_RAW, '"404: Not Found"', "gzip"),
    ("a.zip", AMAZON, '"AccessDenied"', "ZIP"),
    ("a.jar", PLAIN_PAGE, "an HTML page", "JAR"),
    ("a.woff2", NOT_FOUND, '"404 Not Found"', "WOFF2"),
    ("a.pdf", PLAIN_PAGE, "an HTML page", "PDF"),
]


@pytest.mark.parametrize("why, path, content", SILENT)
def test_silent(why: str, path: str, content: str | bytes, found) -> None:
    assert found(path, content, {}) == []
    assert found(path, content) == []


@pytest.mark.parametrize("path, content, seen, expected", FIRES)
def test_fires(path: str, content: str, seen: str, expected: str, found) -> None:
    [evidence] = found(path, content, {})
    assert (evidence.rule, evidence.line, evidence.expected) == ("LD003", 1, expected)
    assert seen in evidence.seen
    assert "curl --fail" in evidence.advice


def test_a_page_that_is_no_error_may_be_meant(found) -> None:
    [page] = found("a.pdf", PLAIN_PAGE, {})
    assert page.advice.endswith("; if it is meant to be a page: git mv a.pdf a.html")
    [error] = found("a.pdf", NOT_FOUND, {})
    assert "git mv" not in error.advice


def test_a_file_that_git_attributes_call_html_may_be_a_page(found) -> None:
    assert found("page.js", NOT_FOUND, {"linguist-language": "HTML"}) == []


def test_what_is_quoted_can_be_printed(found) -> None:
    for content in (PAGE.format("404 \x1b[31m\n" + "x" * 500, ""), '{"message": "Not Found \\u001b[31m"}'):
        [evidence] = found("logo.png", content)
        assert evidence.seen.isprintable() and len(evidence.seen) < 120

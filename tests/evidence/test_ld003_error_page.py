from __future__ import annotations

import pytest

from tests.bundled import claim_of

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

SIGN_IN = PAGE.format("Sign in - Acme", "Sign in")
APACHE = "<html><head><title>Index of /fonts</title></head><body><pre>../</pre></body></html>"
SQUID = "<!DOCTYPE html>\n<title>ERROR: The requested URL could not be retrieved</title>\n</html>"
BUCKET = '<?xml version="1.0"?>\n<ListBucketResult xmlns="http://s3/"><Name>wares</Name><Key>a</Key></ListBucketResult>'
GOOGLE_CLOUD = "<?xml version='1.0' encoding='UTF-8'?><Error><Code>NoSuchKey</Code><Message>None.</Message></Error>"
SHARED = "\ufeff<?xml version='1.0'?><Error><Code>BlobNotFound</Code><Message>It is\nnot here</Message></Error>"
PHP = "<br />\n<b>Fatal error</b>:  Uncaught Error in <b>/srv/a.php</b> on line <b>3</b><br />\n"
PLAIN_PHP = "\nFatal error: Uncaught Error: Call to undefined function a() in /srv/a.php:3 on line 3\n"
MAP_SERVER = (
    "<?xml version='1.0'?>\n"
    "<ServiceExceptionReport><ServiceException>No layer</ServiceException></ServiceExceptionReport>"
)
SOAP = (
    "<soap:Envelope><soap:Body>"
    "<soap:Fault><faultstring>No service</faultstring></soap:Fault></soap:Body></soap:Envelope>"
)
NPM = '{"code": "MethodNotAllowedError", "message": "GET is not allowed"}'
DOCKER = '{"errors": [{"code": "MANIFEST_UNKNOWN", "message": "manifest unknown", "detail": {}}]}'
CRATES = '{"errors": [{"detail": "crate `wares` does not exist"}]}'
BAD_CREDENTIALS = '{"message": "Bad credentials", "documentation_url": "https://docs.github.com/rest"}'
KUBERNETES = (
    '{"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "message": "no",'
    ' "reason": "Forbidden", "code": 403}'
)
GITLAB = '<html><body>You are being <a href="https://git.example.org/users/sign_in">redirected</a>.</body></html>'
SAML = '<html><body onload="send()"><form><input type="hidden" name="SAMLRequest" value="fZ"></form></body></html>'
COMMENTED = "<!-- saved from url=(0014)about:internet -->\n<!-- by a browser -->\n" + NOT_FOUND

LEADS = "<html><head>{}</head><body></body></html>"
SHOWN = PAGE.format("cups/login.json at main · brew/cups · GitHub", "{{ cup }}")

SILENT = [
    ("its own error page", "404.html", NOT_FOUND),
    ("a page of ColdFusion", "errors/missing.cfm", NOT_FOUND),
    ("a page of Lasso", "missing.lasso", NOT_FOUND),
    ("a page of Mason", "missing.mhtml", NOT_FOUND),
    ("a page of Genshi", "missing.kid", NOT_FOUND),
    ("XQuery", "missing.xq", NOT_FOUND),
    ("a template of Zope", "templates/cups.pt", PAGE.format("Cups", "All of them")),
    ("a template of Zope", "cups.pt", PAGE.format("Cups", '<b tal:content="cups">3</b>')),
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
    ("a page of an error that is a component", "src/routes/Denied.svelte", PAGE.format("{status}", "Denied")),
    ("a page of its own", "src/pages/shop.astro", PLAIN_PAGE),
    ("a page of its own", "src/layouts/Shop.astro", PLAIN_PAGE),
    ("a page of its own", "App.vue", PLAIN_PAGE),
    ("a page with components", "Shop.astro", PLAIN_PAGE.replace("<h1>", "<Head /><h1>")),
    ("an error of its own", "error.vue", GIT_HUB_RAW),
    ("the component of a page", "login.svelte", SIGN_IN),
    ("markup in code", "a.mdx", "<html><head><title>x</title></head></html>"),
    ("markup in code", "Login.jsx", "<html><head><title>Log in</title></head></html>"),
    ("rendered into a snapshot", "tests/__snapshots__/shop.snap", PLAIN_PAGE),
    ("rendered into a snapshot", "tests/__snapshots__/sign.snap", SIGN_IN),
    ("rendered into a snapshot", "tests/__snapshots__/404.snap", NOT_FOUND),
    ("recorded into a snapshot", "tests/__snapshots__/api.snap", GITHUB),
    ("a table that Excel opens", "report.xls", PLAIN_PAGE),
    ("a letter that Word opens", "letter.doc", PLAIN_PAGE),
    ("a test of what answers", "tests/proxy/page.pem", NOT_FOUND),
    ("a test of what answers", "spec/fixtures/bad/a.bin", NOT_FOUND),
    ("says what it is", "certs/invalid.pem", NOT_FOUND),
    ("says what it is", "fixtures/error.bin", AMAZON),
    ("a certificate", "a.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n"),
    ("a settings file of words", "a.conf", "<VirtualHost *:80>\n</VirtualHost>\n"),
    ("a patch of a page", "a.patch", "--- a/404.html\n+++ b/404.html\n@@ -1 +1 @@\n-<html>\n+" + NGINX),
    ("a template's ending", "404.htmlin", NOT_FOUND),
    ("a template's ending", "views/a.tt2", NOT_FOUND),
    ("a mirror of a site", "www.example.com", NOT_FOUND),
    ("an output of a test", "tests/a.expectation", NOT_FOUND),
    ("a page of an unheard-of kind", "shop.wares", PLAIN_PAGE),
    ("a page of an unheard-of kind", "door.wares", SIGN_IN),
    ("left to the network", "a.js", LEADS.format("<script>location = where</script><p>" + "words " * 50)),
    ("a word", "wares", NOT_FOUND),
    ("a word", "wares", GIT_HUB_RAW),
    ("prose", "README", NOT_FOUND),
    ("prose", "index.txt", NOT_FOUND),
    ("output", "build.log", NOT_FOUND),
    ("output", "page.out", NOT_FOUND),
    ("XML of an API", "list.xml", BUCKET),
    ("an example of an API", "examples/denied.xml", AMAZON),
    ("a report in XML", "report.xml", MAP_SERVER),
    ("a message in XML", "message.xml", SOAP),
    ("PHP's own test", "a.phpt", PHP),
    ("documentation of PHP", "a.md", PHP),
    ("an error of no PHP", "a.yaml", "\nFatal error: the oven is cold\n"),
    ("a version", "VERSION", "404\n"),
    ("words of code", "a.py", "error_code = 404\n"),
    ("words of settings", ".gitignore", "error\nfile\n"),
    ("a requirement", "requirements.txt", "not-found==1.0\n"),
    ("an environment of its own", "a.json", '"error code: 1020"\n'),
    ("what only some servers write", "a.yaml", "not found: everything\n"),
    ("an answer of an API", "a.json", DOCKER),
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
    ("no words", "a.js", '{"code": 404}'),
    ("a port, not an error", "a.js", '{"message": "Hello", "port": 500}'),
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
    ("a.ts", PLAIN_PAGE, 'an HTML page ("My shop")', "TypeScript or XML"),
    ("Info.plist", PLAIN_PAGE, 'an HTML page ("My shop")', "XML"),
    ("pnpm-lock.yaml", GITHUB, '"Not Found"', "YAML"),
    ("package-lock.json", GITHUB, '"Not Found"', "JSON"),
    ("a.ipynb", GITHUB, '"Not Found"', "JSON"),
    ("Cargo.lock", PLAIN_PAGE, 'an HTML page ("My shop")', "TOML"),
    (".env.local", PLAIN_PAGE, 'an HTML page ("My shop")', "environment variables"),
    ("a.properties", PLAIN_PAGE, 'an HTML page ("My shop")', "Java Properties"),
    ("fix.patch", PLAIN_PAGE, 'an HTML page ("My shop")', "a diff"),
    ("a.jsx", PLAIN_PAGE, 'an HTML page ("My shop")', "JavaScript"),
    ("a.tsx", PLAIN_PAGE, 'an HTML page ("My shop")', "TypeScript"),
    ("a.mdx", PLAIN_PAGE, 'an HTML page ("My shop")', "MDX"),
    ("a.mdx", GITHUB, '"Not Found"', "MDX"),
    ("Cup.astro", PLAIN_PAGE, 'an HTML page ("My shop")', "Astro"),
    ("Cup.svelte", PLAIN_PAGE, 'an HTML page ("My shop")', "Svelte"),
    ("Cup.svelte", GIT_HUB_RAW, '"404: Not Found"', "Svelte"),
    ("Cup.vue", NOT_FOUND, '"404 Not Found"', "Vue"),
    ("__snapshots__/cup.snap", NOT_FOUND, '"404 Not Found"', "Jest Snapshot or YAML"),
    ("report.xls", NOT_FOUND, '"404 Not Found"', "what its name says"),
    ("shop.wares", NOT_FOUND, '"404 Not Found"', "what its name says"),
    ("shop.wares", GITHUB, '"Not Found"', "what its name says"),
    ("shop.wares", "503 Service Unavailable\n", '"503 Service Unavailable"', "what its name says"),
    ("icon.svg", AMAZON, '"AccessDenied"', "XML or SVG"),
    ("feed.xml", GOOGLE_CLOUD, '"NoSuchKey"', "XML"),
    ("a.csv", BUCKET, 'a saved list of a bucket ("wares")', "CSV"),
    ("a.nupkg", SHARED, '"BlobNotFound"', "NuGet package"),
    ("map.png", MAP_SERVER, '"No layer"', "PNG"),
    ("map.geojson", SOAP, '"No service"', "JSON"),
    ("users.json", COMMENTED, '"404 Not Found"', "JSON"),
    ("users.json", PHP, 'a saved error of PHP ("Fatal error")', "JSON"),
    ("users.csv", PLAIN_PHP, 'a saved error of PHP ("Fatal error")', "CSV"),
    ("users.json", APACHE, 'a saved directory listing ("Index of /fonts")', "JSON"),
    ("a.js", SQUID, "a saved page of a proxy", "JavaScript"),
    ("a.js", GITLAB, 'a saved redirect ("You are being redirected .")', "JavaScript"),
    ("a.js", SAML, "a saved login page", "JavaScript"),
    ("a.js", SIGN_IN, 'a saved login page ("Sign in - Acme")', "JavaScript"),
    ("a.js", PAGE.format("Wi-Fi Login", "x"), "a saved page of a network's portal", "JavaScript"),
    ("a.js", PAGE.format("Just a moment...", "x"), "a saved check for browsers", "JavaScript"),
    ("a.js", PAGE.format("302 Found", "x"), "a saved redirect", "JavaScript"),
    (
        "a.js",
        LEADS.format("<meta http-equiv='refresh' content='0; url=http://portal/'>"),
        "a page that leads elsewhere",
        "JavaScript",
    ),
    (
        "a.js",
        LEADS.format("<script>top.location.href='http://portal/'</script>"),
        "a page that leads elsewhere",
        "JavaScript",
    ),
    ("login.json", SHOWN, 'a page that shows a file ("cups/login.json at main · brew/cups · GitHub")', "JSON"),
    ("a.js", PAGE.format("Google Drive - Virus scan warning", "x"), "a saved check for browsers", "JavaScript"),
    ("a.js", NPM, '"GET is not allowed"', "JavaScript"),
    ("a.tar.gz", DOCKER, '"manifest unknown"', "gzip"),
    ("a.crate", CRATES, '"crate `wares` does not exist"', "Cargo crate"),
    ("a.zip", BAD_CREDENTIALS, '"Bad credentials"', "ZIP"),
    ("a.zip", KUBERNETES, '"Forbidden"', "ZIP"),
    ("a.png", "<script>window.location='http://portal.example/'</script>", "a page that leads elsewhere", "PNG"),
    ("a.whl", "<center>blocked</center>", 'an HTML page ("blocked")', "wheel"),
]
# Names that claim no language, and what is expected there.
CLAIM_NOTHING = {
    "a.asc": "a signature",
    "a.bin": "binary data",
    "a.conf": "settings",
    "a.crt": "a certificate",
    "a.key": "a key",
    "a.pem": "PEM",
    "a.pub": "a key",
    "a.sha256": "checksums",
    "a.sig": "a signature",
    "certs/id_rsa.pub": "a key",
    "configure": "a program",
    "go.mod": "a module",
    "go.sum": "checksums",
    "id_rsa": "a key",
    "requirements-dev.txt": "requirements",
    "requirements.txt": "requirements",
    "SHA256SUMS": "checksums",
    "yarn.lock": "a lock file",
    ".gitignore": "a list",
}
ANSWERS = {
    "a page": PLAIN_PAGE,
    "an error": NOT_FOUND,
    "a login": SIGN_IN,
    "GitHub's": GITHUB,
    "a store's": AMAZON,
    "a listing": APACHE,
    "a proxy's": SQUID,
    "PHP's": PHP,
    "words": GIT_HUB_RAW,
    "words of one": "Couldn't find the requested file /a.js in wares.",
    "a number": "error code: 1020",
    "Go's": "not found: example.org/wares@v1.2.3: invalid version: unknown revision v1.2.3\n",
}


JSON_THAT_IS_NO_ERROR = [
    '{"error": null, "message": "ok", "code": 200}',
    '{"errors": [], "code": 0}',
    '{"frames": {"a": {"x": 1, "y": 2}}, "meta": {"image": "a.png"}}',
]


@pytest.mark.parametrize("content", JSON_THAT_IS_NO_ERROR)
def test_json_that_is_no_error_in_a_picture_is_left_to_another_rule(content: str, found) -> None:
    assert [one.rule for one in found("a.png", content, {})] == ["LD008"]


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


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("path", [*CLAIM_NOTHING, "a.eot", "a.dll", "a.exe", "a.onnx", "a.so"])
def test_no_answer_is_right_under_a_name_that_is_never_a_pages(path: str, answer: str, found) -> None:
    [evidence] = found(path, ANSWERS[answer], {})
    assert evidence.rule == "LD003"
    if path in CLAIM_NOTHING and not claim_of(path):
        assert evidence.expected == CLAIM_NOTHING[path]


def test_a_font_is_no_page_that_a_site_answers_with(found) -> None:
    page = (
        '<!doctype html>\n<html lang="en"><head><title>Page not found - Wares</title></head>\n<body>Oops</body></html>'
    )
    [evidence] = found("assets/fonts/icons.eot", page)
    assert evidence.seen == 'looks like a saved error page ("Page not found - Wares")'


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

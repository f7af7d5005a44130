"""The language server (the extra `lsp`), so that a wrong name is seen before the commit.

`command` has the options and needs no pygls; `roots` checks a file as `check` in the folder of the workspace would,
`session` keeps what is known of the open files, `diagnostics`, `actions` and `edits` put that into the words of the
protocol, `server` connects it with pygls.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

SEVERITIES = ("error", "warning", "information", "hint")

"""The language server, so that a wrong name is seen before the commit.

`command` has the options. From below: `framing` makes messages of bytes, `inbox` takes them in, `later` has what can
wait, `client` is the editor; `server` answers it first, and imports `features`, the methods about files, afterwards.
`roots` checks a file as `check` in the folder of the workspace would, `session` keeps what is known of the open files,
`diagnostics`, `actions` and `edits` put that into the words of the protocol.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

// The extension in an editor that is stood in for: the client and the server are the real ones.
// node test/run.js [COMMAND ...]: what starts the server
"use strict";

const assert = require("node:assert");
const Module = require("node:module");
const editor = require("./vscode");

const HTML = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\n<body><p>Please sign in.</p></body></html>\n";
const PYTHON = "import os\n\n\ndef names(folder):\n    return sorted(os.listdir(folder))\n\n\n".repeat(9);

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? editor.vscode : load(name, ...rest));

// What only a hang takes.
setTimeout(() => process.exit(3), 60_000).unref();

const told = async (uri) => {
  while (!editor.diagnostics.has(uri)) await new Promise((done) => setTimeout(done, 20));
  return editor.diagnostics.get(uri);
};

const main = async () => {
  const manifest = require("../package.json");
  const properties = manifest.contributes.configuration.properties;
  const name = Object.keys(properties)[0].split(".")[0];
  for (const [key, { default: value }] of Object.entries(properties)) editor.settings[key.slice(name.length + 1)] = value;
  if (process.argv.length > 2) editor.settings.command = process.argv.slice(2);

  const extension = require("../extension");
  const client = await extension.activate({ subscriptions: [] });
  assert.deepStrictEqual(editor.errors, []);
  assert.strictEqual(client.initializeResult.serverInfo.name, "langdetect-hook");

  await editor.open("file:///nowhere/users.json", "json", HTML);
  const [found] = await told("file:///nowhere/users.json");
  assert.strictEqual(found.code.value ?? found.code, "LD003");
  assert.match(found.message, /^looks like /);

  const untitled = await editor.open("untitled:Untitled-1", "plaintext", PYTHON);
  const [hint] = await told("untitled:Untitled-1");
  assert.strictEqual(hint.message, "looks like Python");
  assert.strictEqual(untitled.languageId, "plaintext");
  const setLanguage = editor.commands.get("langdetect-hook.setLanguage");
  await setLanguage("untitled:Untitled-1", "python", "Python");
  assert.strictEqual(untitled.languageId, "python");
  await setLanguage("untitled:Untitled-1", "cobol", "COBOL");
  assert.deepStrictEqual(editor.errors, ["No extension that is installed knows COBOL."]);
  await extension.deactivate();

  editor.errors.length = 0;
  editor.settings.command = ["no-such-command"];
  await extension.activate({ subscriptions: [] });
  assert.match(editor.errors.join("\n"), /no-such-command does not start .*pip install langdetect-hook/);
  console.log("the extension starts the server, shows its findings, and sets a language where it is asked to");
};

main().then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });

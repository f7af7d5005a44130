// Starts the language server of langdetect-hook, and gives it the one command that it asks an editor for.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const NAME = "langdetect-hook";
let client;

async function activate(context) {
  context.subscriptions.push(vscode.commands.registerCommand(`${NAME}.setLanguage`, setLanguage));
  const settings = vscode.workspace.getConfiguration(NAME);
  const [command, ...args] = settings.get("command", [NAME, "lsp"]);
  client = new LanguageClient(NAME, NAME, { command, args }, {
    documentSelector: [{ scheme: "file" }, { scheme: "untitled" }],
    initializationOptions: {
      severity: settings.get("severity", ""),
      onChange: settings.get("onChange", false),
      setLanguage: true,
    },
  });
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(`${command} does not start (${error.message}): pip install ${NAME}`);
  }
  return client;
}

// Asked for by a code action, never by itself: the language of a buffer is its user's.
async function setLanguage(uri, id, name) {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if ((await vscode.languages.getLanguages()).includes(id)) {
    return vscode.languages.setTextDocumentLanguage(document, id);
  }
  return vscode.window.showInformationMessage(`No extension that is installed knows ${name}.`);
}

function deactivate() {
  return client && client.stop();
}

module.exports = { activate, deactivate };

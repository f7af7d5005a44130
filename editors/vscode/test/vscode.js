// Stands in for the editor: what vscode-languageclient asks of one, as far as this extension's messages need it.
"use strict";

const url = require("node:url");

class Disposable {
  constructor(dispose = () => {}) {
    this.dispose = dispose;
  }
  static from(...all) {
    return new Disposable(() => all.forEach((one) => one.dispose()));
  }
}

class EventEmitter {
  constructor() {
    this.listeners = new Set();
    this.event = (listener, self, disposables) => {
      const bound = self ? listener.bind(self) : listener;
      this.listeners.add(bound);
      const disposable = new Disposable(() => this.listeners.delete(bound));
      if (disposables) disposables.push(disposable);
      return disposable;
    };
  }
  fire(value) {
    return Promise.all([...this.listeners].map((listener) => listener(value)));
  }
  dispose() {}
}

class Uri {
  constructor(text) {
    this.text = text;
    this.scheme = text.slice(0, text.indexOf(":"));
  }
  static parse(text) {
    return new Uri(text);
  }
  static file(path) {
    return new Uri(url.pathToFileURL(path).href);
  }
  get fsPath() {
    return this.scheme === "file" ? url.fileURLToPath(this.text) : this.text.slice(this.scheme.length + 1);
  }
  toString() {
    return this.text;
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(...places) {
    const [start, end] = places.length === 4
      ? [new Position(places[0], places[1]), new Position(places[2], places[3])] : places;
    Object.assign(this, { start, end });
  }
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class TabInputText {
  constructor(uri) {
    this.uri = uri;
  }
}

class CancellationTokenSource {
  constructor() {
    this.token = { isCancellationRequested: false, onCancellationRequested: () => new Disposable() };
  }
  cancel() {}
  dispose() {}
}

// Any other name: a class to derive from, with any member; a function with no effect.
const anything = (known = {}) => new Proxy(known, {
  get: (target, name) => {
    if (!(name in target) && typeof name === "string") {
      target[name] = /^on[A-Z]/.test(name) ? new EventEmitter().event
        : /^[A-Z]/.test(name) ? anythingCalled() : () => new Disposable();
    }
    return target[name];
  },
});
const anythingCalled = () => {
  const one = class { constructor(...given) { Object.assign(this, { given }); } };
  return new Proxy(one, { get: (target, name) => (name in target ? target[name] : String(name)) });
};

const opened = new EventEmitter();
const tabsChanged = new EventEmitter();
const tabs = [];
const commands = new Map();
const diagnostics = new Map();
const providers = {};
const errors = [];
const documents = [];
const settings = {};

const vscode = anything({
  Disposable, EventEmitter, Uri, Position, Range, Diagnostic, TabInputText, CancellationTokenSource,
  version: "1.82.0",
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  env: { appName: "stand-in", language: "en" },
  commands: anything({ registerCommand: (name, call) => (commands.set(name, call), new Disposable()) }),
  languages: anything({
    createDiagnosticCollection: () => ({
      set: (uri, found) => diagnostics.set(uri.toString(), found),
      delete: (uri) => diagnostics.delete(uri.toString()),
      has: () => false, get: () => [], clear: () => {}, dispose: () => {}, forEach: () => {},
    }),
    match: (selector, document) => selector.some((one) => one.scheme === document.uri.scheme) ? 1 : 0,
    getLanguages: async () => ["plaintext", "python"],
    setTextDocumentLanguage: async (document, id) => Object.assign(document, { languageId: id }),
    registerCodeActionsProvider: (_, provider) => (providers.codeActions = provider, new Disposable()),
    registerHoverProvider: (_, provider) => (providers.hover = provider, new Disposable()),
  }),
  workspace: anything({
    textDocuments: documents,
    workspaceFolders: [],
    onDidOpenTextDocument: opened.event,
    openTextDocument: async (uri) => documents.find((one) => one.uri.toString() === uri.toString()),
    getConfiguration: () => ({ get: (name, otherwise) => settings[name] ?? otherwise }),
    createFileSystemWatcher: () => anything(),
  }),
  window: anything({
    tabGroups: anything({ all: [{ tabs }], onDidChangeTabs: tabsChanged.event }),
    createOutputChannel: () => anything({ append: () => {}, appendLine: () => {} }),
    showErrorMessage: async (words) => void errors.push(words),
    showInformationMessage: async (words) => void errors.push(words),
  }),
});

const open = async (uri, languageId, text) => {
  const document = { uri: Uri.parse(uri), languageId, version: 1, getText: () => text, isClosed: false };
  const tab = { input: new TabInputText(document.uri) };
  documents.push(document);
  tabs.push(tab);
  await opened.fire(document);
  await tabsChanged.fire({ opened: [tab], closed: [], changed: [] });
  return document;
};

module.exports = { vscode, open, commands, diagnostics, providers, errors, settings };

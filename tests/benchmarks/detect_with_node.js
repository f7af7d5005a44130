// Asks highlight.js or the VS Code detector for the language of many files: one process, one JSON object a line.
//
//     node detect_with_node.js (hljs|vscode) LIST     LIST: one path a line; the packages are found through NODE_PATH
//
// The first line says the version. Only the content is looked at. Milliseconds count the detection alone.

"use strict";

const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");
const requireFromNodePath = createRequire(path.join(process.env.NODE_PATH || ".", "here.js"));

const LONGEST = 65536; // characters; highlightAuto runs every grammar over all of them

function version(name) {
  let folder = path.dirname(requireFromNodePath.resolve(name));
  for (;;) {
    const file = path.join(folder, "package.json");
    if (fs.existsSync(file)) {
      const read = JSON.parse(fs.readFileSync(file, "utf8"));
      if (read.name === name) return read.version;
    }
    if (path.dirname(folder) === folder) return "unknown";
    folder = path.dirname(folder);
  }
}

function highlighter() {
  const highlight = requireFromNodePath("highlight.js");
  return { name: "highlight.js", detect: async (text) => highlight.highlightAuto(text).language || null };
}

function vscode() {
  const { ModelOperations } = requireFromNodePath("@vscode/vscode-languagedetection");
  const operations = new ModelOperations({ minContentSize: 0 });
  return {
    name: "@vscode/vscode-languagedetection",
    detect: async (text) => {
      const found = await operations.runModel(text);
      return found.length ? found[0].languageId : null;
    },
  };
}

async function main() {
  const [which, list] = process.argv.slice(2);
  const tool = which === "hljs" ? highlighter() : vscode();
  process.stdout.write(JSON.stringify({ name: tool.name, version: version(tool.name) }) + "\n");
  await tool.detect("warm up, so that the first file does not pay for loading the model\n");
  for (const file of fs.readFileSync(list, "utf8").split("\n").filter(Boolean)) {
    const text = fs.readFileSync(file, "utf8").slice(0, LONGEST);
    const began = process.hrtime.bigint();
    let label = null;
    try {
      label = await tool.detect(text);
    } catch (error) {
      label = null;
    }
    const milliseconds = Number(process.hrtime.bigint() - began) / 1e6;
    process.stdout.write(JSON.stringify({ path: file, label, milliseconds }) + "\n");
  }
}

main();

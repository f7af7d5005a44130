"""Small files of several languages, under right names and under wrong ones."""

HTML = """<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Sign in</title>
  <link rel="stylesheet" href="/assets/main.css">
</head>
<body class="page">
  <div id="content">
    <h1>Sign in to continue</h1>
    <form action="/login" method="post">
      <label for="user">Name</label><input id="user" type="text" name="user">
      <label for="secret">Password</label><input id="secret" type="password" name="secret">
      <button type="submit">Sign in</button>
    </form>
    <p>Forgot it? <a href="/reset">Reset your password</a>.</p>
  </div>
  <script src="/assets/main.js"></script>
</body>
</html>
"""
PYTHON = '''"""Count the words of a file."""

import sys
from collections import Counter


def words(path):
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            yield from line.lower().split()


def main(argv=None):
    arguments = sys.argv[1:] if argv is None else argv
    counts = Counter()
    for path in arguments:
        counts.update(words(path))
    for word, count in counts.most_common(10):
        print(f"{count:6} {word}")
    return 0 if counts else 1


if __name__ == "__main__":
    sys.exit(main())
'''
CPLUSPLUS = """#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

namespace shapes {

template <typename Number>
class Polygon {
public:
    explicit Polygon(std::vector<Number> sides) : sides_(std::move(sides)) {}
    virtual ~Polygon() = default;

    Number perimeter() const {
        Number sum = 0;
        for (const auto& side : sides_) sum += side;
        return sum;
    }

private:
    std::vector<Number> sides_;
};

}  // namespace shapes

int main(int argc, char** argv) {
    shapes::Polygon<double> triangle({3.0, 4.0, 5.0});
    std::cout << "perimeter: " << triangle.perimeter() << std::endl;
    return argc > 1 ? EXIT_FAILURE : EXIT_SUCCESS;
}
"""
YAML = """# how the service is deployed
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example.org/web:1.4
          ports:
            - containerPort: 8080
          env:
            - name: LOG_LEVEL
              value: info
"""
SHELL = """#!/bin/sh
set -eu

usage() {
    echo "usage: $0 FOLDER" >&2
    exit 2
}

[ $# -eq 1 ] || usage
for file in "$1"/*.txt; do
    [ -e "$file" ] || continue
    wc -w < "$file"
done
"""
JSON = '{\n  "name": "web",\n  "replicas": 3,\n  "ports": [8080, 8443],\n  "labels": {"app": "web"}\n}\n'
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"
    b"\0\0\0\rIDATx\x9cc\xf8\xff\xff?\0\x05\xfe\x02\xfe\xdc\xccY\xe7\0\0\0\0IEND\xaeB`\x82"
)

ACCIDENTS = {
    "page.json": HTML,
    "script.sh": PYTHON,
    "shapes.py": CPLUSPLUS,
    "deployment.json": YAML,
    "image.py": PNG,
}
HEALTHY = {
    "a.py": PYTHON,
    "b.html": HTML,
    "c.cpp": CPLUSPLUS,
    "d.yaml": YAML,
    "e.sh": SHELL,
    "f.json": JSON,
    "g.png": PNG,
    "notes.txt": "Some words that are not in any programming language.\n",
    "no-extension": HTML,
    "empty.py": "",
}

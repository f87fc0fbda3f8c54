# SPDX-License-Identifier: Apache-2.0
"""A page of the report taken apart, and opened in Chromium."""

import html.parser
import http.server
import re
import subprocess
import tempfile
import threading

VOID = {"meta", "link", "br", "hr", "img"}
# What a browser asks its maker for by itself, whatever page it shows.
OF_THE_BROWSER = re.compile(r"(https?://)?((update|optimizationguide-pa|content-autofill|safebrowsing)\.googleapis"
                            r"|(clients\d|accounts|www|redirector)\.(google|gvt1))\.com[:/]")


class Page(html.parser.HTMLParser):
    """A page taken apart; refuses tags that do not close in their order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open, self.tags, self.texts = [], [], []
        self.feed(text)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def of(self, tag: str) -> list[dict]:
        return [attributes for name, attributes in self.tags if name == tag]


class Recorder(http.server.BaseHTTPRequestHandler):
    """A proxy that notes what it is asked for and gives nothing but the page."""

    asked: list[str] = []
    text = b""

    def do_GET(self) -> None:
        self.asked.append(self.path)
        found = self.path.endswith("/page.html")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(self.text if found else b"")

    def do_CONNECT(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_) -> None:
        pass


class InChromium:
    """A test case that opens pages in Chromium, for which every request goes to a proxy that notes it."""

    def load(self, text: str) -> tuple[list[str], list[str], str]:
        """What the browser asked for besides the page, what its console said, and the page as it stands there."""
        Recorder.asked, Recorder.text = [], text.encode()
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        profile = tempfile.TemporaryDirectory()
        self.addCleanup(profile.cleanup)
        quiet = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                 "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions",
                 "--disable-features=OptimizationHints,MediaRouter,Translate", f"--user-data-dir={profile.name}"]
        proxy = [f"--proxy-server=127.0.0.1:{server.server_address[1]}", "--proxy-bypass-list=<-loopback>"]
        done = subprocess.run(["chromium", *quiet, *proxy, "--enable-logging=stderr", "--dump-dom", "http://tujuh.test/page.html"],
                              capture_output=True, text=True, timeout=240, check=False)
        console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
        others = [path for path in Recorder.asked
                  if not path.endswith("/page.html") and not OF_THE_BROWSER.match(path)]
        return others, console, done.stdout

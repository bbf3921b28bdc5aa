"""A headless Chromium by the WebDriver protocol, for .ci/page and .ci/axe; and axe-core, which finds what keeps people out."""
import base64, json, os, pathlib, shutil, socket, subprocess, sys, time, urllib.request, zipfile

root = pathlib.Path(__file__).resolve().parent.parent


def install(**more):
    """Installs Chromium and other packages, by the name of a program in each, where they are missing."""
    needed = {"chromium": "chromium", "chromedriver": "chromium-driver", **more}
    path = os.environ["PATH"] + ":/usr/sbin"
    missing = [package for name, package in needed.items() if not shutil.which(name, path=path)]
    if missing:
        command = ["apt-get", "-qq", "install", "-y", "--no-install-recommends"] + missing
        subprocess.run(command if os.geteuid() == 0 else ["sudo"] + command, check=True)


def axe():
    """axe-core 4.12 (MPL-2.0), out of a package of Python's index that carries it."""
    folder = root / ".build/axe"
    file = folder / "axe.min.js"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        wanted = "axe-playwright-python==0.1.8"
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", "-d", folder, wanted], check=True)
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
            file.write_bytes(wheel.read(next(name for name in wheel.namelist() if name.endswith("/axe.min.js"))))
    return file.read_text()


def until(look, seconds=15, what=""):
    end = time.time() + seconds
    while True:
        try:
            found = look()
        except (OSError, ValueError):
            found = None
        if found:
            return found
        if time.time() > end:
            raise SystemExit(f"{pathlib.Path(sys.argv[0]).name}: this never came: {what or look}")
        time.sleep(0.05)


class Browser:
    """As wide as a phone, until another width is asked for."""

    def __init__(self, pictures=None, width=360, height=740):
        self.pictures = pictures
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={self.port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(lambda: self.call("GET", "/status")["ready"], what="chromedriver")
        options = {
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en"],
        }
        capabilities = {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}}
        self.session = "/session/" + self.call("POST", "/session", capabilities)["sessionId"]
        self.size(width, height)

    def call(self, method, path, body=None):
        data = None if method == "GET" else json.dumps(body or {}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["value"]

    def open(self, address):
        self.call("POST", self.session + "/url", {"url": address})

    def run(self, script):
        return self.call("POST", self.session + "/execute/sync", {"script": script, "args": []})

    def text(self):
        # Formulas are set as MathML: what they say is beside them.
        return self.run(
            "return document.body.innerText + '\\n' + [...document.querySelectorAll('[data-text]')]"
            ".filter(e => e.checkVisibility()).map(e => e.dataset.text).join('\\n')")

    def sees(self, words, seconds=15):
        until(lambda: words in self.text(), seconds, f"“{words}” in: {self.text()[:600]}")

    def devtools(self, command, **parameters):
        return self.call("POST", self.session + "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def size(self, width, height):
        self.width = width
        self.devtools(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=width < 600)

    def scheme(self, name):
        self.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def picture(self, name):
        """What is seen, light and dark, where pictures are wanted; and axe must find nothing."""
        for scheme in ["light", "dark"]:
            self.scheme(scheme)
            self.accessible(f"{name}, {scheme}")
            if self.pictures:
                self.run("document.querySelector('#question').scrollIntoView()")
                data = self.call("GET", self.session + "/screenshot")
                (self.pictures / f"{name}-{scheme}.png").write_bytes(base64.b64decode(data))
        self.scheme("light")

    def accessible(self, what):
        """No rule of axe is broken, and nothing is wider than the window."""
        wide = self.run("return document.documentElement.scrollWidth")
        if wide > self.width:
            raise SystemExit(f"{what}: {wide} pixels wide in a window of {self.width}")
        self.run(axe() + "; window.axe = axe")
        script = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ["violations"] }).then(found => done(found.violations.map(
                rule => [rule.id, rule.help, rule.nodes.length, rule.nodes[0].html.slice(0, 200), rule.nodes[0].failureSummary])))"""
        found = self.call("POST", self.session + "/execute/async", {"script": script, "args": []})
        if found:
            raise SystemExit(f"{what}: axe finds {json.dumps(found, ensure_ascii=False, indent=1)}")

    def end(self):
        try:
            self.call("DELETE", self.session)
        finally:
            self.driver.terminate()

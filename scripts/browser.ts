/** Finds a browser of each engine for the tests, or installs one: an installed one, else the system's package manager, else (Chromium) Playwright's own. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

export type EngineName = "chromium" | "firefox" | "webkit";
type Named = EngineName | "whole-chromium";

/**
 * `names` are looked for on the PATH, `places` elsewhere; `beside` are programs that must be there too.
 * `packages` are what each package manager calls it; `otherwise` is what will do where it cannot be had.
 */
type Engine = {
  readonly title: string;
  readonly variable: string;
  readonly names: readonly string[];
  readonly places: () => readonly string[];
  readonly beside: readonly string[];
  readonly packages: { readonly [program: string]: readonly string[] };
  readonly advice: string;
  readonly otherwise?: Named;
};

const CHROMIUM: Engine = {
  title: "Chromium",
  variable: "CHROMIUM_PATH",
  names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
  places: () => [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    chromium.executablePath(),
  ],
  beside: [],
  packages: {
    "apt-get": ["chromium"],
    dnf: ["chromium"],
    apk: ["chromium"],
    pacman: ["chromium"],
    zypper: ["chromium"],
    brew: ["--cask", "chromium"],
  },
  advice: "`sudo apt-get install chromium`, `brew install --cask chromium` or `npx playwright install chromium`",
};

const ENGINES: Readonly<Record<Named, Engine>> = {
  /** The same engine without windows of its own: a page costs a third less of the processor than in a whole Chromium without a display. */
  chromium: {
    ...CHROMIUM,
    names: ["chromium-headless-shell", ...CHROMIUM.names],
    packages: { ...CHROMIUM.packages, "apt-get": ["chromium-headless-shell"] },
    otherwise: "whole-chromium",
  },
  /** The browser that people use, with its preferences. */
  "whole-chromium": CHROMIUM,
  firefox: {
    title: "Firefox",
    variable: "FIREFOX_PATH",
    names: ["firefox-esr", "firefox"],
    places: () => [
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
    beside: [],
    packages: {
      "apt-get": ["firefox-esr"],
      dnf: ["firefox"],
      apk: ["firefox"],
      pacman: ["firefox"],
      zypper: ["MozillaFirefox"],
      brew: ["--cask", "firefox"],
    },
    advice: "`sudo apt-get install firefox-esr` or `brew install --cask firefox`",
  },
  webkit: {
    title: "WebKit",
    variable: "WEBKIT_PATH",
    names: [],
    places: miniBrowsers,
    beside: ["WebKitWebDriver", "Xvfb"],
    packages: { "apt-get": ["webkit2gtk-driver", "xvfb", "xauth", "dbus-x11"] },
    advice: "`sudo apt-get install webkit2gtk-driver xvfb xauth dbus-x11`",
  },
};

/** WebKitGTK's browser, which stands outside of the PATH. */
function miniBrowsers(): string[] {
  return ["/usr/lib", "/usr/lib64", "/usr/libexec"]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))])
    .map((folder) => join(folder, "webkit2gtk-4.1", "MiniBrowser"));
}

/** Each: the program that must exist, and its commands before the names of packages. */
const PACKAGE_MANAGERS: readonly (readonly [program: string, commands: readonly (readonly string[])[]])[] = [
  [
    "apt-get",
    [
      ["apt-get", "update", "-qq"],
      ["apt-get", "install", "-y", "-qq", "--no-install-recommends"],
    ],
  ],
  ["dnf", [["dnf", "install", "-y", "-q"]]],
  ["apk", [["apk", "add", "--quiet"]]],
  ["pacman", [["pacman", "-S", "--noconfirm"]]],
  ["zypper", [["zypper", "--non-interactive", "install"]]],
  ["brew", [["brew", "install"]]],
];

export function which(name: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    if (folder !== "" && existsSync(path)) return path;
  }
  return null;
}

/** A browser counts only if it answers `--version`: a snap stub or a broken install does not. WebKit's answers only where there is a display. */
function works(engine: Engine, path: string): boolean {
  if (process.platform === "win32" || engine === ENGINES.webkit) return existsSync(path);
  return spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

function installed(engine: Engine): string | null {
  if (engine.beside.some((name) => which(name) === null)) return null;
  const named = process.env[engine.variable];
  if (named !== undefined && named !== "") {
    if (works(engine, named)) return named;
    throw new Error(`${engine.variable} is ${named}, but no browser answers there. Correct it, or unset it.`);
  }
  const paths = [...engine.names.map(which), ...engine.places()];
  return paths.find((path) => path !== null && existsSync(path) && works(engine, path)) ?? null;
}

function playwrightsOwn(engine: Engine): string | null {
  if (engine !== CHROMIUM) return null;
  console.log("No Chromium is installed here: asking Playwright to download its own.");
  spawnSync("npx", ["--no-install", "playwright", "install", "chromium"], {
    stdio: "inherit",
    timeout: 180_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
    shell: process.platform === "win32",
  });
  return installed(engine);
}

function packageManagers(engine: Engine): string | null {
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot
    ? []
    : which("sudo") !== null && spawnSync("sudo", ["-n", "true"]).status === 0
      ? ["sudo", "-n"]
      : null;
  for (const [program, commands] of PACKAGE_MANAGERS) {
    const packages = engine.packages[program];
    if (packages === undefined || which(program) === null) continue;
    const prefix = program === "brew" ? [] : sudo;
    if (prefix === null) continue;
    console.log(`Installing ${engine.title} with ${program}.`);
    try {
      for (const [index, command] of commands.entries()) {
        const [first = "", ...rest] = [...prefix, ...command, ...(index === commands.length - 1 ? packages : [])];
        execFileSync(first, rest, {
          stdio: "inherit",
          timeout: 300_000,
          env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
        });
      }
    } catch {
      continue;
    }
    const found = installed(engine);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The path of a browser that runs.
 * @throws Error that says exactly what to install, when none can be had.
 */
export function findBrowser(name: Named = "chromium"): string {
  const engine = ENGINES[name];
  const found = installed(engine) ?? packageManagers(engine) ?? playwrightsOwn(engine);
  if (found !== null) return found;
  if (engine.otherwise !== undefined) return findBrowser(engine.otherwise);
  throw new Error(
    `No ${engine.title} was found and none could be installed. Install one, for example with ${engine.advice}; ` +
      `or set ${engine.variable} to its program.`,
  );
}

/** Flags under which a Chromium that is driven by tests makes no request of its own; without a sandbox of its own where the user is root. */
export const BROWSER_ARGUMENTS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
];

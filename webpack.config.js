const { chmodSync, existsSync, readFileSync, writeFileSync } = require("node:fs");
const { homedir } = require("node:os");
const { dirname, join } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { BannerPlugin } = require("webpack");

/** Where the pane loads office.js from: a name here, or any address (an office's own server). */
const officeHosts = {
  microsoft: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "21vianet": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

const source = join(__dirname, "src");

function common(mode) {
  return {
    mode,
    devtool: mode === "production" ? false : "source-map",
    cache: { type: "filesystem", cacheDirectory: join(__dirname, "node_modules/.cache/webpack"), buildDependencies: { config: [__filename] } },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    // chinese-days calls itself CommonJS, yet its module build is none
    module: { rules: [{ test: /chinese-days[\\/]dist[\\/]index\.es\.js$/, type: "javascript/esm" }, { test: /\.tsx?$/, loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } } } }] },
    optimization: { moduleIds: "deterministic", chunkIds: "deterministic", minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })] },
    performance: { hints: false },
    stats: "errors-warnings",
  };
}

/** Nothing may be fetched from elsewhere but office.js: official material stays on the machine. */
function policy(officeScript) {
  const office = officeScript === undefined ? "" : ` ${new URL(officeScript).origin}`;
  return [`default-src 'none'`, `script-src 'self'${office}`, `style-src 'self' 'unsafe-inline'`, `img-src 'self' data: blob:`, `font-src 'self' data:`, `connect-src 'self'`, `base-uri 'none'`, `form-action 'none'`, ...(office === "" ? [] : [`frame-src${office}`])].join("; ");
}

function page(name, officeScript, chunks = [name]) {
  return new HtmlPlugin({ filename: `${name}.html`, template: join(source, "page.html"), chunks, inject: "body", scriptLoading: "defer", templateParameters: { policy: policy(officeScript), officeScript: officeScript ?? "" } });
}

/** Where office-addin-dev-certs puts what it installs. */
function developmentCertificate() {
  const folder = join(homedir(), ".office-addin-dev-certs");
  return { ca: readFileSync(join(folder, "ca.crt")), cert: readFileSync(join(folder, "localhost.crt")), key: readFileSync(join(folder, "localhost.key")) };
}

module.exports = (env, { mode = "production" }) => {
  const chosen = process.env.OFFICE_JS ?? "microsoft";
  const officeScript = officeHosts[chosen] ?? chosen;
  const entries = { functions: "functions.ts", workbench: "workbench.tsx" };
  const pages = {
    ...common(mode),
    name: "pages",
    target: ["web", "es2022"],
    // the functions stand alone, for hosts without a shared runtime, and the pane builds on them
    entry: { ...Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(source, file)])), taskpane: { import: join(source, "taskpane.tsx"), dependOn: "functions" } },
    output: { path: join(__dirname, "dist"), filename: "[name].js", chunkFilename: "[name].[contenthash:8].js", publicPath: "" },
    plugins: [
      page("taskpane", officeScript, ["functions", "taskpane"]),
      page("workbench"),
      new CopyPlugin({
        patterns: [
          { from: "assets", to: "assets", globOptions: { ignore: ["**/*.ts", "**/*.mjs", "**/*.md"] } },
          { from: "src/legacy.html", to: "legacy.html" },
          { from: "src/legacy-check.js", to: "legacy-check.js", info: { minimized: true } },
          { from: "manifest.xml", to: "manifest.xml" },
          { from: "src/functions/*.json", to: "[name][ext]" },
        ],
      }),
    ],
    devServer: {
      port: 3000,
      host: "localhost",
      // a pane in Excel must come over https; a browser page need not
      server: process.env.npm_lifecycle_event === "dev-server" ? { type: "https", options: developmentCertificate() } : "http",
      static: false,
      hot: false,
      liveReload: false,
      client: false,
      open: process.env.CI === undefined && (process.platform !== "linux" || process.env.DISPLAY !== undefined) ? ["workbench.html?sample=1"] : false,
      onListening: () => console.log("http://localhost:3000/workbench.html?sample=1"),
    },
  };
  const cli = {
    ...common(mode),
    name: "cli",
    target: "node20",
    entry: {
      cli: join(source, "cli.ts"),
      "check-worker": { import: join(source, "check-worker.ts"), library: { type: "commonjs2", export: "default" } },
      // piscina starts its threads with the worker.js beside itself, which then loads ours
      worker: join(dirname(require.resolve("piscina")), "worker.js"),
    },
    output: { path: join(__dirname, "dist"), filename: "[name].js" },
    // it asks for the program of a thread by a path that only the call knows
    ignoreWarnings: [{ module: /piscina[\\/]dist[\\/]worker\.js$/, message: /request of a dependency is an expression/ }],
    // asked for only by threads that are to give way to others
    externals: { "@napi-rs/nice": "commonjs @napi-rs/nice" },
    plugins: [
      new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: /^cli\.js$/ }),
      {
        apply: (compiler) =>
          compiler.hooks.afterEmit.tap("executable", () => {
            chmodSync(join(__dirname, "dist/cli.js"), 0o755);
            // npm links the programs of packages, not of the project itself; npx looks for them here
            const bin = join(__dirname, "node_modules/.bin/qingdan");
            if (!existsSync(join(bin, ".."))) return;
            writeFileSync(bin, '#!/bin/sh\nexec node "$(dirname "$(readlink -f "$0")")/../../dist/cli.js" "$@"\n', { mode: 0o755 });
            writeFileSync(`${bin}.cmd`, '@node "%~dp0\\..\\..\\dist\\cli.js" %*\r\n');
          }),
      },
    ],
  };
  return [pages, cli];
};

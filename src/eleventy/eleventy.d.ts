/** What Klatsch calls of Eleventy 3.1, which ships no types of its own (11ty/eleventy#3097). */
declare module "@11ty/eleventy" {
  type Compiled = (data: Readonly<Record<string, unknown>>) => Promise<string | undefined>;

  type Extension = {
    readonly useJavaScriptImport: boolean;
    readonly read: boolean;
    readonly getData: readonly string[];
    readonly getInstanceFromInputPath: (inputPath: string) => Promise<object>;
    readonly compileOptions: { readonly permalink: "raw"; readonly cache: boolean };
    readonly compile: (content: string | null, inputPath: string) => Promise<Compiled>;
  };

  export class UserConfig {
    setTemplateFormats(formats: readonly string[]): void;
    addExtension(extensions: readonly string[], options: Extension): void;
    addPlugin<Options>(plugin: (config: UserConfig, options: Options) => void | Promise<void>, options: Options): void;
    setUseGitIgnore(use: boolean): void;
    setQuietMode(quiet: boolean): void;
  }

  type Options = {
    readonly quietMode?: boolean;
    readonly config?: (config: UserConfig) => void | object | Promise<void | object>;
  };

  export default class Eleventy {
    constructor(input: string, output: string, options?: Options);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}

/** Eleventy's dev server, used by itself: it has no types either. */
declare module "@11ty/eleventy-dev-server" {
  import type { Server } from "node:http";

  export type DevResponse = {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array;
  };

  type Options = {
    readonly port: number;
    readonly domDiff: boolean;
    readonly onRequest: Readonly<Record<string, (request: { readonly url: URL }) => Promise<DevResponse | undefined>>>;
    readonly messageOnStart: (started: { readonly localhostUrl: string }) => string;
  };

  export default class EleventyDevServer {
    constructor(name: string, folder: string, options: Options);
    readonly server: Server;
    serve(port: number): void;
    ready(): Promise<void>;
    close(): Promise<void>;
    reload(event: { readonly files: readonly string[]; readonly build: object }): Promise<void>;
    _serverListen(port: number): void;
  }
}

declare module "@11ty/eleventy-img" {
  type Made = { readonly width: number; readonly height: number; readonly buffer: Uint8Array };

  type Options = {
    readonly formats: readonly string[];
    readonly widths: readonly number[];
    readonly formatFiltering: readonly ("animated" | "transparent")[];
    readonly sharpOptions?: { readonly animated: boolean };
    readonly sharpAvifOptions: object;
    readonly sharpWebpOptions: object;
    readonly sharpJpegOptions: object;
    readonly sharpPngOptions: object;
    readonly fixOrientation: boolean;
    readonly failOnError: boolean;
    readonly dryRun: true;
    readonly useCache: false;
    readonly urlFormat: () => string;
  };

  /** Pictures by format. */
  export default function Image(file: string, options: Options): Promise<Readonly<Record<string, readonly Made[]>>>;
}

/** As much of hls.js as the player uses. */
export interface HlsError {
  type: string;
  details: string;
  fatal: boolean;
  /** missing where nobody answered */
  response?: { code: number };
}

export interface HlsInstance {
  readonly latency: number;
  targetLatency: number | null;
  readonly liveSyncPosition: number | null;
  readonly levels: { url: string | string[] }[];
  nextLevel: number;
  readonly config: { maxLiveSyncPlaybackRate: number };
  loadSource(url: string): void;
  attachMedia(video: HTMLMediaElement): void;
  startLoad(position?: number): void;
  stopLoad(): void;
  recoverMediaError(): void;
  destroy(): void;
  on(event: 'hlsLevelLoaded', listener: (event: string, data: { details: { live: boolean; fragments: { duration: number }[] } }) => void): void;
  on(event: string, listener: (event: string, data: HlsError) => void): void;
}

export interface HlsConstructor {
  new (config: object): HlsInstance;
  isSupported(): boolean;
}

declare global {
  var Hls: HlsConstructor | undefined;
}

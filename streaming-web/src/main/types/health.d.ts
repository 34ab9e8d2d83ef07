/** What `/api/channels/{name}/health` answers. */
export interface Health {
  live: boolean;
  /** the video is elsewhere: nothing comes in here */
  external: boolean;
  viewers: number;
  stream?: {
    /** seconds */
    uptime: number;
    /** kbit/s */
    bitrate: number;
    dropped: number;
    video?: { codec?: string; profile?: string; level?: string; width: number; height: number; frameRate: number };
    audio?: { codec?: string; profile?: string; sampleRate: number; channels: number };
  };
}

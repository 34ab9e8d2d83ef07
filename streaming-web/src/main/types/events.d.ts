/** What the server says over `/ws/channels/{name}`, `/ws/live` and `/ws/notifications`. */
export interface Stream {
  title: string;
  category?: { slug: string; name: string };
  tags: string[];
}

export interface Hello extends Stream {
  channel: string;
  live: boolean;
  startedAt: string | null;
  /** where the playlist is; missing while it is off */
  hlsUrl?: string;
  /** until when it waits for its encoder; missing while it does not */
  resumeBy?: string;
  viewers: number;
  seq: number;
  you: string | null;
}

export interface ChatLine {
  seq: number;
  id: number | string;
  from: string;
  text: string;
  at: string;
  ref?: string;
}

export interface LiveChannel {
  name: string;
  title: string;
  startedAt: string;
  viewers: number;
  category?: string;
  tags: string[];
  /** the address of a still; missing until there is one */
  preview?: string;
}

export interface ServerEvents {
  state: 'connecting' | 'open' | 'waiting';
  hello: Hello;
  chat: ChatLine;
  viewers: { count: number };
  live: { live: boolean; startedAt: string | null; hlsUrl?: string; resumeBy?: string };
  channel: Stream;
  access: object;
  deleted: { id: number | string; by: string };
  gap: { from: number; to: number };
  error: { code: string; detail: string; ref?: string };
  unread: { count: number };
  channels: { channels: LiveChannel[] };
}

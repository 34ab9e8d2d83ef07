#!/bin/bash
# (Not by env: the process would then be called bash, and the launcher could not tell it from a login shell.)
# Publishes a test picture with a clock, and begins again whenever the server hung up, as OBS does.
# Takes the address without the key; the key comes in STREAM_KEY, and not a line that it prints holds it.
set -euo pipefail

# A terminated encoder takes its ffmpeg along: both are in one process group.
trap 'trap - TERM; kill 0' TERM

filter='drawtext=fontsize=72:fontcolor=white:box=1:boxcolor=black@0.55:boxborderw=24:x=(w-text_w)/2:y=h*0.62'
filter+=":text='%{localtime\\:%H\\\\\\:%M\\\\\\:%S}'"
# Without any font on the machine the picture has no clock, and still a moving counter.
ffmpeg -loglevel quiet -f lavfi -i testsrc2=size=1280x720 -vf "$filter" -frames:v 1 -f null - </dev/null || filter=null

while true; do
  ffmpeg -nostdin -hide_banner -loglevel error -re \
    -f lavfi -i testsrc2=size=1280x720:rate=30 -f lavfi -i sine=frequency=330:sample_rate=44100 \
    -filter:v "$filter" -filter:a volume=0.05 \
    -c:v libx264 -preset veryfast -tune zerolatency -profile:v main -pix_fmt yuv420p \
    -b:v 2000k -maxrate 2500k -bufsize 4000k -g 30 -keyint_min 30 -sc_threshold 0 \
    -c:a aac -b:a 96k -f flv "$1/$STREAM_KEY" 2>&1 |
    sed -u "s/$STREAM_KEY/KEY/g" &
  # Waited for, not in the foreground: so a signal is heard at once.
  wait $! || true
  sleep 3 &
  wait $!
done

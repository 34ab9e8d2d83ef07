# shellcheck shell=bash
demo_down() { :; }

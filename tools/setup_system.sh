#!/usr/bin/env bash
# Install what the tests (or only the PDF: `fonts`) need from the system's packages, or say what to install.
#
#   tools/setup_system.sh [tests|fonts]
#
# Quick and silent when everything is there. Uses apt-get as root, or with a sudo that asks for no password.
# YUNGUAN_NO_APT=1 forbids that. Never fails for want of a package: the tests that need it will say so.
set -u

fonts_there() { command -v fc-list >/dev/null && [ -n "$(fc-list "$1" file 2>/dev/null)" ]; }
server_there() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }
chromium_there() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
writer_there() { compgen -G '/usr/lib/libreoffice/program/libswlo.so' >/dev/null || compgen -G '/opt/libreoffice*/program/libswlo.so' >/dev/null; }
calc_there() { compgen -G '/usr/lib/libreoffice/program/libsclo.so' >/dev/null || compgen -G '/opt/libreoffice*/program/libsclo.so' >/dev/null; }

missing=()
command -v fc-list >/dev/null || missing+=(fontconfig)
fonts_there 'Noto Serif CJK SC' || missing+=(fonts-noto-cjk)
fonts_there 'AR PL UKai CN' || missing+=(fonts-arphic-ukai)
fonts_there 'Liberation Serif' || missing+=(fonts-liberation)
if [ "${1:-tests}" = tests ]; then
    server_there || missing+=(postgresql)
    chromium_there || missing+=(chromium)
    writer_there || missing+=(libreoffice-writer)
    calc_there || missing+=(libreoffice-calc)
    command -v pdftotext >/dev/null || missing+=(poppler-utils)
fi
[ ${#missing[@]} -eq 0 ] && exit 0

sudo=()
allowed=no
if command -v apt-get >/dev/null && [ -z "${YUNGUAN_NO_APT:-}" ]; then
    if [ "$(id -u)" -eq 0 ]; then
        allowed=yes
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        allowed=yes
        sudo=(sudo -n)
    fi
fi

if [ "$allowed" = yes ]; then
    echo "set-up: installing ${missing[*]} with apt-get" >&2
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    if "${sudo[@]}" apt-get -qq update >"$log" 2>&1 &&
        "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
        rm -f "$log"
        exit 0
    fi
    tail -n 15 "$log" >&2
    rm -f "$log"
    echo "set-up: apt-get did not finish; its last words stand above." >&2
fi

cat >&2 <<END
set-up: these packages are missing: ${missing[*]}
  Debian or Ubuntu:  apt-get install --no-install-recommends ${missing[*]}
Without the CJK fonts a PDF shows boxes; without the others the tests that need them fail and say so.
END
exit 0

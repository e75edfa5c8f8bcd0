#!/bin/sh
# Makes the sample files of ./samples with programs of Debian 12:
#
#   apt-get install --no-install-recommends ffmpeg libavcodec-extra imagemagick webp zip 7zip bzip2 xz-utils \
#     libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui
#
# and Go (for the heads of programs of other systems). The tests need none of
# these: the samples are committed. Most of the programs write their version or
# the time into their files, so a second run gives other bytes of the same types.
#
#   cd attachment/testdata && ./make.sh
set -eu
out=$PWD/samples
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
rm -rf "$out"
mkdir -p "$out"
cd "$tmp"

ff() { ffmpeg -hide_banner -loglevel error -y "$@"; }
tone="-f lavfi -i sine=frequency=440:duration=0.4"
film="-f lavfi -i testsrc=size=64x64:rate=8:duration=0.5"

# Images.
convert -size 48x48 gradient:red-blue -quality 60 "$out/photo.jpg"
convert -size 48x48 plasma:fractal -interlace JPEG -quality 60 "$out/progressive.jpg"
convert -size 24x24 gradient:red-blue "$out/graphic.png"
convert -size 24x24 xc:red "$out/graphic.gif"
convert -delay 20 -size 24x24 xc:red xc:blue -loop 0 "$out/animated.gif"
convert -size 24x24 gradient:red-blue "$out/graphic.bmp"
convert -size 16x16 gradient:red-blue -compress zip "$out/graphic.tiff"
convert -size 48x48 gradient:red-blue in.png
cwebp -quiet -q 50 in.png -o "$out/lossy.webp"
cwebp -quiet -lossless in.png -o "$out/lossless.webp"
convert -size 48x48 radial-gradient:red-none alpha.png
cwebp -quiet -q 50 alpha.png -o "$out/alpha.webp"
convert -size 48x48 xc:red a.png
convert -size 48x48 xc:blue b.png
img2webp -loop 0 -d 100 a.png b.png -o "$out/animated.webp" >/dev/null
ff $film -frames:v 1 -c:v libaom-av1 -still-picture 1 -f avif "$out/still.avif"

# Video.
ff $film $tone -c:v libx264 -pix_fmt yuv420p -c:a aac -b:a 24k "$out/film.mp4"
ff $film $tone -c:v libx264 -pix_fmt yuv420p -c:a aac -b:a 24k -movflags faststart -brand mp42 "$out/film-mp42.mp4"
ff $film -c:v mpeg4 "$out/film-mpeg4.mp4"
ff -f lavfi -i testsrc=size=128x96:rate=8:duration=0.5 $tone -c:v h263 -c:a libopencore_amrnb -ar 8000 -ac 1 -b:a 4.75k "$out/film.3gp"
ff $film -c:v mpeg4 "$out/film.mov"
ff $film -c:v libvpx -b:v 40k "$out/film.webm"
ff $film -c:v mpeg4 "$out/film.mkv"
ff $film -c:v mpeg4 "$out/film.avi"
ff $film -c:v libtheora "$out/film.ogv"

# Audio.
ff $tone -c:a aac -b:a 24k "$out/tone.m4a"
ff $tone -c:a aac -b:a 24k -f adts "$out/tone.aac"
ff $tone -c:a libopencore_amrnb -ar 8000 -ac 1 -b:a 4.75k "$out/tone.amr"
ff -f lavfi -i sine=frequency=440:duration=0.4:sample_rate=16000 -c:a libvo_amrwbenc -ac 1 -b:a 6.6k -f amr "$out/tone.awb"
ff $tone -c:a libmp3lame -b:a 24k -ar 16000 -metadata title=Tone "$out/tone-id3.mp3"
ff $tone -c:a libmp3lame -b:a 24k -ar 16000 -id3v2_version 0 -write_xing 0 "$out/tone.mp3"
ff $tone -c:a libmp3lame -b:a 64k -ar 44100 -id3v2_version 0 "$out/tone-xing.mp3"
ff $tone -c:a libopus -b:a 12k "$out/voice.ogg"
ff $tone -c:a libopus -b:a 12k -ac 1 "$out/voice.opus"
ff $tone -c:a libvorbis -q:a 0 "$out/vorbis.ogg"
ff $tone -c:a libvorbis -q:a 0 "$out/vorbis.oga"
ff $tone -c:a libspeex -ar 8000 -ac 1 "$out/speex.ogg"
ff -f lavfi -i sine=frequency=440:duration=0.05 -c:a flac -f ogg "$out/flac.oga"
ff -f lavfi -i sine=frequency=440:duration=0.05 -c:a flac "$out/tone.flac"
ff -f lavfi -i sine=frequency=440:duration=0.05:sample_rate=8000 "$out/tone.wav"

# Documents.
printf 'Your order 4711 is on its way.\n' >order.txt
printf 'item,count\npen,3\n' >order.csv
office() { soffice --headless "-env:UserInstallation=file://$tmp/profile" --convert-to "$1" --outdir "$tmp/o" "$2" >/dev/null 2>&1; }
office docx order.txt
office doc order.txt
office odt order.txt
office rtf order.txt
office pdf order.txt
office xlsx order.csv
office xls order.csv
office ods order.csv
cat >slide.fodp <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body><office:presentation><draw:page draw:name="p1"><draw:frame svg:width="5cm" svg:height="2cm" svg:x="1cm" svg:y="1cm"><draw:text-box><text:p>Order 4711</text:p></draw:text-box></draw:frame></draw:page></office:presentation></office:body></office:document>
XML
office pptx slide.fodp
office ppt slide.fodp
office odp slide.fodp
head -c 8192 o/slide.ppt >slide.ppt # the rest is 450 KB of empty masters
mv slide.ppt o/slide.ppt
cp o/* "$out/"
printf 'Your order 4711 is on its way.\nДоставка завтра. 订单已发货。\n' >"$out/plain.txt"
printf '\357\273\277Your order is on its way.\r\n' >"$out/bom.txt"
printf 'Votre commande est arriv\351e.\n' >"$out/latin1.txt"
printf 'Your order' | iconv -t UTF-16 >"$out/utf16.txt"
cp order.csv "$out/order.csv"

# What must never pass as something else.
printf '<!DOCTYPE html>\n<html><head><title>x</title></head><body>x</body></html>\n' >"$out/page.html"
printf '\n  <script>alert(1)</script>\n' >"$out/script.html"
printf '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>\n' >"$out/drawing.svg"
printf '<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>\n' >"$out/prolog.svg"
printf '<?xml version="1.0"?>\n<order id="4711"/>\n' >"$out/order.xml"
printf '#!/bin/sh\necho hello\n' >"$out/hello.sh"
printf '<?php echo 1; ?>\n' >"$out/hello.php"
printf '@echo off\r\necho hello\r\n' >"$out/hello.bat"
mkdir prog
printf 'package main\n\nfunc main() { println("hello") }\n' >prog/main.go
(cd prog && go mod init hello >/dev/null 2>&1)
build() { (cd prog && CGO_ENABLED=0 GOOS=$1 GOARCH=$2 go build -o ../bin . ) && head -c 4096 bin >"$out/$3"; }
build windows amd64 hello.exe
build linux amd64 hello.elf
build darwin arm64 hello.macho
build wasip1 wasm hello.wasm

# Archives.
zip -q "$out/plain.zip" order.txt order.csv
zip -q - order.txt | cat >"$out/streamed.zip"
tar cf - order.txt | head -c 2048 >"$out/plain.tar"
gzip -nc order.txt >"$out/plain.gz"
bzip2 -c order.txt >"$out/plain.bz2"
xz -c order.txt >"$out/plain.xz"
7zz a -bso0 "$out/plain.7z" order.txt >/dev/null
du -sb "$out"

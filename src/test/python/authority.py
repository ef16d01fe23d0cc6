"""A time-stamping authority on this machine's loopback for tests: openssl ts behind a small server.

usage: authority.py FOLDER
Makes a root (FOLDER/root.pem) and a signer, prints the address and serves until it is stopped.
"""
import http.server, os, pathlib, shutil, subprocess, sys

CONFIGURATION = pathlib.Path(__file__).resolve().parents[1] / "resources" / "tsa.conf"
KEY = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"


def openssl(arguments):
    subprocess.run(["openssl", *arguments.split()], check=True, capture_output=True)


class Clock(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        with open("query.tsq", "wb") as file:
            file.write(self.rfile.read(int(self.headers["Content-Length"])))
        openssl("ts -reply -config tsa.conf -section clock -queryfile query.tsq -signer signer.pem"
                " -inkey signer.key -chain root.pem -out reply.tsr")
        with open("reply.tsr", "rb") as file:
            reply = file.read()
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *words):
        pass


os.makedirs(sys.argv[1])
os.chdir(sys.argv[1])
shutil.copyfile(CONFIGURATION, "tsa.conf")
pathlib.Path("serial").write_text("01\n")
openssl(f"req -x509 -config tsa.conf -extensions root {KEY} -days 30 -subj /CN=Selm-Root"
        " -keyout root.key -out root.pem")
openssl(f"req -config tsa.conf {KEY} -subj /CN=Time-of-Selm -keyout signer.key -out signer.csr")
openssl("x509 -req -in signer.csr -CA root.pem -CAkey root.key -set_serial 7 -days 20"
        " -extfile tsa.conf -extensions signer -out signer.pem")
server = http.server.HTTPServer(("127.0.0.1", 0), Clock)
print(f"http://127.0.0.1:{server.server_address[1]}/tsa", flush=True)
server.serve_forever()

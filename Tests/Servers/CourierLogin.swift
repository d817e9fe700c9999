// SPDX-License-Identifier: Apache-2.0

/// Asks for a login before Courier's `imapd`, as its `imaplogin` does with an authentication daemon: any password is right.
enum CourierLogin {
    /// For Python: speaks on its standard input and output, then hands on to the program of its arguments.
    static let script = """
        import os, subprocess, sys, threading

        def say(words):
            data = words.encode()
            while data:
                data = data[os.write(1, data):]

        def line():
            octets = b""
            while not octets.endswith(b"\\n"):
                octet = os.read(0, 1)
                if not octet:
                    sys.exit(0)
                octets += octet
            return octets.decode().strip()

        say("* OK ready\\r\\n")
        while True:
            tag, verb, *rest = line().split(" ", 2)
            verb = verb.upper()
            if verb == "CAPABILITY":
                say(f"* CAPABILITY IMAP4rev1 AUTH=PLAIN\\r\\n{tag} OK done\\r\\n")
            elif verb == "AUTHENTICATE":
                say("+ \\r\\n")
                line()
                break
            elif verb == "LOGIN":
                break
            else:
                say(f"{tag} BAD log in first\\r\\n")

        server = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        while (words := server.stdout.readline()) and not words.startswith(b"* PREAUTH"):
            pass
        say(f"{tag} OK logged in\\r\\n")

        def hand_on(source, target):
            while data := os.read(source, 65536):
                while data:
                    data = data[os.write(target, data):]

        def hear():
            try:
                hand_on(0, server.stdin.fileno())
            finally:
                server.stdin.close()

        threading.Thread(target=hear, daemon=True).start()
        hand_on(server.stdout.fileno(), 1)
        """
}

// SPDX-License-Identifier: Apache-2.0

/// What a reader finds in the letters of the corpus that have no machine-readable part: made by reading them.
struct WordedBounce {
    struct Recipient: Hashable {
        let address: String
        let status: String
        let isDelayed: Bool
    }

    /// File name without its end.
    let name: String
    let recipients: [Recipient]

    static let all: [WordedBounce] = table.split(separator: "\n").map { line in
        let words = line.split(separator: " ").map(String.init)
        let recipients = words.dropFirst().map { word in
            let pieces = word.split(separator: ",").map(String.init)
            return Recipient(
                address: pieces[0], status: pieces.dropFirst().first { $0 != "delayed" } ?? "",
                isDelayed: pieces.contains("delayed"))
        }
        return WordedBounce(name: words[0], recipients: recipients)
    }

    private static let table = """
        lhost-activehunter-02 kijitora@example.ed.jp
        lhost-amazonworkmail-02 sabineko@example.jp,5.2.1
        lhost-amazonworkmail-03 kuroneko@example.org,5.3.5
        lhost-amazonworkmail-05 sabatora@example.libsisimai.org,4.4.7
        lhost-domino-01 kijitora@example.jp
        lhost-dragonfly-01 pseudo-local-part@google.example.com,5.7.26
        lhost-dragonfly-02 pseudo-local-part@outlook.example.com,5.7.509
        lhost-dragonfly-03 pseudo-local-part@yahoo-inc.example.com,5.7.9
        lhost-dragonfly-07 contenterror@libsisimai.net,5.6.0
        lhost-dragonfly-08 exceedlimit@libsisimai.net,5.2.3
        lhost-dragonfly-10 hasmoved@libsisimai.net,5.1.6
        lhost-dragonfly-11 hostunknown@libsisimai.net,5.1.2
        lhost-dragonfly-14 mesgtoobig@libsisimai.net,5.3.4
        lhost-dragonfly-18 policyviolation@libsisimai.net,5.7.0
        lhost-dragonfly-21 suspend@libsisimai.net,5.7.13
        lhost-dragonfly-26 userunknown@example.org,5.1.1
        lhost-dragonfly-27 neko-nyaan@example.org,5.7.13
        lhost-dragonfly-28 kijitora@example.com,5.2.2
        lhost-dragonfly-29 expired@libsisimai.net
        lhost-exchange2003-01 kijitora@example.jp
        lhost-exchange2003-02 kijitora@example.co.jp mikeneko@example.co.jp
        lhost-exchange2003-03 kijitora@example.jp
        lhost-exim-01 kijitora@example.ed.jp,5.7.0
        lhost-exim-02 kijitora@example.jp,5.1.1 sabatora@example.jp,5.2.1
        lhost-exim-03 kijitora@example.jp,5.7.0
        lhost-exim-06 kijitora@example.com
        lhost-exim-08 kijitora@example.org
        lhost-exim-32 kijitora@example.net
        lhost-exim-34 kijitora@example.net,5.7.1
        lhost-exim-35 kijitora@example.com
        lhost-exim-37 kijitora@example.net
        lhost-exim-38 kijitora@example.co.jp,delayed
        lhost-exim-41 kijitora@example.net,delayed
        lhost-exim-42 kijitora@example.net,5.7.1
        lhost-exim-47 kijitora@example.net
        lhost-exim-50 kijitora@neko.example.com,5.1.7
        lhost-exim-51 kijitora@example.org,5.1.0
        lhost-exim-52 kijitora@example.com
        lhost-exim-53 kijitora@example.com
        lhost-exim-54 kijitora@example.org
        lhost-exim-56 kijitora@example.com
        lhost-exim-57 kijitora@example.com
        lhost-exim-59 kijitora@icloud.example.com,5.1.1
        lhost-ezweb-01 this-message-rejected-by-the-domain-filter@ezweb.ne.jp
        lhost-gmail-03 kijitora@example.co.jp,5.7.0
        lhost-gmail-07 kijitora@example.ed.jp
        lhost-gmail-08 kijitora@example.com,delayed
        lhost-gmail-10 kijitora@6jo.example.co.jp
        lhost-gmx-02 shironeko@example.jp,5.1.1
        lhost-googlegroups-02 libsisimai@googlegroups.com
        lhost-googlegroups-03 libsisimai@googlegroups.com
        lhost-googlegroups-06 libsisimai@googlegroups.com
        lhost-googlegroups-07 libsisimai@googlegroups.com
        lhost-googlegroups-08 libsisimai@googlegroups.com
        lhost-googlegroups-09 libsisimai@googlegroups.com
        lhost-googlegroups-10 libsisimai@googlegroups.com
        lhost-googlegroups-11 libsisimai@googlegroups.com
        lhost-googlegroups-12 libsisimai@googlegroups.com
        lhost-googlegroups-13 libsisimai@googlegroups.com
        lhost-googlegroups-14 libsisimai@googlegroups.com
        lhost-imailserver-06 kijitora@example.jp
        lhost-kddi-01 kijitora@x0000000000000.dion.ne.jp
        lhost-kddi-03 kijitora@00000000000000.dion.ne.jp
        lhost-mailfoundry-01 kijitora@example.org
        lhost-mailfoundry-02 kijitora@example.org,5.1.1
        lhost-mailru-05 neko@libsisimai.org
        lhost-mailru-09 kijitora@example.jp,5.1.8
        lhost-messagingserver-03 sabineko@example.org,5.0.0 mikeneko@example.org,5.0.0
        lhost-mfilter-04 kijitora@libisismai.org,5.4.1
        lhost-mimecast-01 sabineko@neko.ef.example.org,5.4.1
        lhost-mxlogic-01 kijitora@example.co.jp,5.1.1
        lhost-office365-01 kijitora@example.com,5.1.10
        lhost-office365-02 kijitora@example.onmicrosoft.com,5.1.1
        lhost-opensmtpd-02 mailboxfull@example.jp,5.2.2 userunknown@example.jp,5.1.1
        lhost-opensmtpd-03 kijitora@neko.example.jp
        lhost-opensmtpd-04 kijitora@neko.example.jp,delayed
        lhost-postfix-07 kijitora@user.example.or.jp
        lhost-postfix-34 kijitora@example.com
        lhost-postfix-75 kijitora@libsisimai.net,4.3.0
        lhost-qmail-02 userunknown@example.jp,5.1.1 filtered@example.jp,5.2.1
        lhost-qmail-04 kijitora@example.net,5.0.0
        lhost-qmail-06 kijitora@example.jp,4.2.2
        lhost-qmail-07 kijitora@example.jp,4.4.1
        lhost-qmail-08 shironeko@example.ad.jp
        lhost-qmail-09 neko@example.co.jp,5.7.606
        lhost-qmail-12 nyaan@example.org,5.4.4
        lhost-qmail-13 nekochan@cx.libsisimai.com,5.1.2
        lhost-qmail-14 pseudo-local-part-of-google-gmail@gmail.com,5.7.26
        lhost-qmail-15 pseudo-local-part-of-microsoft-outlook@outlook.com,5.7.509
        lhost-qmail-16 userunknown@libsisimai.net,5.1.1
        lhost-qmail-17 userunknown@libsisimai.net,5.1.1 mailboxfull@libsisimai.net,5.2.2
        lhost-qmail-19 pseudo-local-part-of-yahoo-inc@yahoo.com,4.7.0
        lhost-qmail-20 pseudo-local-part-of-each-esp@gmail.com,5.7.26
        lhost-qmail-24 mailboxfull@libsisimai.net,5.2.2
        lhost-qmail-25 mailboxfull@libsisimai.net,5.2.2 userunknown@libsisimai.net,5.1.1
        lhost-sendmail-54 kijitora@neko.example.jp,4.4.7
        lhost-v5sendmail-03 kijitora@example.org
        lhost-v5sendmail-06 kijitora@example.edu
        lhost-verizon-01 0000000000@vzwpix.com
        lhost-x1-02 kijitora@example.org
        lhost-x2-01 kijitora@example.co.jp
        lhost-x2-02 kijitora@example.com mikeneko@example.com sabineko@example.com
        lhost-x2-04 kijitora@example.jp
        lhost-x3-01 kijitora@example.com,5.3.0
        lhost-x3-02 kijitora@example.co.jp
        lhost-x3-03 kijitora@example.co.jp,5.3.0
        lhost-x5-01 kijitora@neko.example.org,5.1.1
        lhost-x6-02 kijitora@libsisimai.org,5.1.1
        lhost-yahoo-02 kijitora@example.ed.jp,5.2.2
        lhost-yahoo-06 otsu-sakaba-hunter-neko-nyaaaaaaan@ezweb.ne.jp
        lhost-yahoo-08 mailboxfull@libsisimai.org,5.2.2
        lhost-yahoo-09 neko@libsisimai.org
        lhost-yahoo-12 kijitora@example.jp,5.1.8
        lhost-yahoo-13 neko@sijo.example.jp
        lhost-yahoo-14 kijitora@example.org
        lhost-zoho-02 mikeneko@example.co.jp,5.2.1 sabineko@example.co.jp,5.2.2
        lhost-zoho-03 shironeko@example.org
        rfc3464-34 kijitora@example.com,4.4.1,delayed
        rfc3464-35 kijitora@nyaan.example.com,5.0.0 sabatora@cat.example.net,4.0.0,delayed mikeneko@neko.example.or.jp,5.0.0
        rhost-franceptt-03 pseudo-local-part-kijitora@wanadoo.fr,5.2.0
        rhost-franceptt-04 xxxx@xxxx.fr,5.2.0
        rhost-google-02 neko-nyaan@example.org,5.1.1
        """
}

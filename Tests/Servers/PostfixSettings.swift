// SPDX-License-Identifier: Apache-2.0

/// The two configuration files of a test's Postfix.
struct PostfixSettings {
    let folder: String
    let port: UInt16
    let policyPort: UInt16
    /// The table of recipients who exist.
    let mailboxes: String
    let transport: String
    let protection: Postfix.Protection
    let certificate: TestAuthority.Certificate
    let authSocket: String?
    /// A folder for each recipient's home; everything goes into one Maildir when `nil`.
    let homes: String?
    let owner: (uid: UInt32, gid: UInt32)

    /// It takes letters from the house and from outside, and says which is which.
    private var isBorder: Bool { homes != nil }

    var main: String {
        let policy = "check_policy_service inet:127.0.0.1:\(policyPort)"
        return """
            compatibility_level = 3.6
            queue_directory = \(folder)/queue
            data_directory = \(folder)/data
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            mail_owner = postfix
            setgid_group = postdrop
            maillog_file_prefixes = \(folder)
            maillog_file = \(folder)/maillog
            myhostname = mail.city.example
            mydestination =
            alias_maps =
            local_recipient_maps =
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            default_transport = error:nothing leaves this test
            relay_domains =
            virtual_mailbox_domains = static:all
            virtual_mailbox_base = \(homes ?? "\(folder)/mail")
            virtual_mailbox_maps = \(mailboxes)
            virtual_transport = \(transport)
            virtual_minimum_uid = 1
            virtual_uid_maps = static:\(owner.uid)
            virtual_gid_maps = static:\(owner.gid)
            smtpd_relay_restrictions = \(authSocket == nil || isBorder ? "permit_mynetworks, " : "permit_sasl_authenticated, ")reject
            smtpd_recipient_restrictions = reject_unlisted_recipient, \(policy)
            smtpd_data_restrictions = \(isBorder ? policy : "")
            smtpd_end_of_data_restrictions = \(policy)
            smtpd_error_sleep_time = 0
            smtpd_soft_error_limit = 1000
            smtpd_hard_error_limit = 1000
            smtpd_client_connection_count_limit = 0
            smtpd_client_connection_rate_limit = 0
            message_size_limit = 30000000
            mailbox_size_limit = 0
            in_flow_delay = 0
            virtual_mailbox_limit = 0
            smtputf8_enable = yes
            smtpd_tls_security_level = \(protection == .plain ? "none" : "may")
            smtpd_tls_cert_file = \(certificate.certificateFile)
            smtpd_tls_key_file = \(certificate.keyFile)
            smtpd_tls_auth_only = \(isBorder ? "no" : "yes")
            smtpd_sasl_auth_enable = \(authSocket == nil ? "no" : "yes")
            smtpd_sasl_type = dovecot
            smtpd_sasl_path = \(authSocket ?? "none")

            """
    }

    var master: String {
        let wrapper = protection == .tls ? " -o smtpd_tls_wrappermode=yes" : ""
        return """
            127.0.0.1:\(port) inet n - n - - smtpd\(wrapper)
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            proxymap unix - - n - - proxymap
            showq unix n - n - - showq
            error unix - - n - - error
            retry unix - - n - - error
            discard unix - - n - - discard
            virtual unix - n n - - virtual
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd

            """
    }
}

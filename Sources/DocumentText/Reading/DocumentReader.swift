// SPDX-License-Identifier: Apache-2.0

/// Reads the files of letters and everything inside them, whatever they are.
///
/// Never throws: a file that cannot be read has an outcome that says why, and the others are read all the same. A value without state,
/// used from any number of threads.
package struct DocumentReader: Sendable {
    package let tools: ForeignTools
    package let limits: DocumentLimits
    /// Whom signatures may lead to; without them none is ever called valid.
    package let authorities: TrustedAuthorities?

    package init(tools: ForeignTools, limits: DocumentLimits = .standard, authorities: TrustedAuthorities? = nil) {
        self.tools = tools
        self.limits = limits
        self.authorities = authorities
    }

    /// Reads one file of a letter and what is inside it. Blocks for as long as ``DocumentLimits/maximumDuration``: never to be called on
    /// the cooperative pool.
    ///
    /// - Parameters:
    ///   - name: as the letter has it; its ending counts where the octets do not tell.
    ///   - mediaType: as the letter has it; may be empty.
    /// - Returns: the file itself first, then what it contains, in its order; at least one.
    package func read(
        _ octets: FileOctets, name: String, mediaType: String, cancellation: ReadingCancellation? = nil
    ) -> [ReadDocument] {
        let budget = ReadingBudget(limits: limits, cancellation: cancellation)
        let run = DocumentRun(tools: tools, budget: budget, authorities: authorities)
        run.read(octets, path: name, mediaType: mediaType, depth: 0)
        return run.documents
    }

    /// The signatures of a file that holds nothing else (`letter.pdf.p7s`), checked over the file they belong to: the one it is named
    /// for, else any of the others it fits.
    ///
    /// - Returns: empty when `signature` is no CMS container.
    package func verify(
        detached signature: FileOctets, name: String, over files: [(name: String, octets: FileOctets)]
    ) -> [Signature] {
        DetachedSignatures(authorities: authorities, maximumOctets: limits.maximumContainerOctets)
            .verify(signature, name: name, over: files)
    }
}

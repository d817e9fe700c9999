// SPDX-License-Identifier: Apache-2.0
@testable import MarkupText

/// The text of a document, by the parser that would read it.
func text(_ html: String) -> String { MarkupReader().text(of: Array(html.utf8).span).text }

/// The text of a document by our own tokenizer, which reads long documents.
func tokenizedText(_ html: String) -> String {
    let writer = TextWriter(maximumLinkOctets: 2_048, capacity: 0)
    let elements = OpenElements(consumer: writer, maximumDepth: 256, honoursHiding: true)
    MarkupTokenizer.read(Array(html.utf8).span, into: elements)
    return writer.result
}

func safe(_ html: String) -> String { MarkupReader().safeHTML(of: Array(html.utf8).span).text }

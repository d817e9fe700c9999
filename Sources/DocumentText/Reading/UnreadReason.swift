// SPDX-License-Identifier: Apache-2.0

/// Why a file of a letter has no text. The file itself is kept all the same.
package enum UnreadReason: Hashable, Sendable {
    /// Nothing in it.
    case empty
    /// A kind of file that holds no text, or none this program reads.
    case unknownKind(mediaType: String)
    /// A program or picture, which nobody opens here.
    case notText(mediaType: String)
    /// A program that reads this kind of file is not on the machine.
    case toolMissing(tool: String, package: String)
    /// A program was ended as it took longer.
    case toolTimeout(tool: String, limit: Duration)
    /// A program was ended as it wanted more memory or processor time than it is given, or broke down. `signal` is the number of the
    /// signal that ended it.
    case toolDied(tool: String, signal: Int32)
    /// A program refused the file. `words` are its own, shortened.
    case toolRefused(tool: String, words: String)
    /// A program could not be started, or the disk has no room to hand the file over.
    case toolUnstartable(tool: String, words: String)
    /// A password is needed.
    case encrypted
    /// Copying of text was forbidden by the author of the file.
    case protected
    /// The file is damaged, or is not what it says. `words` are a library's, in English; may be empty.
    case damaged(words: String)
    /// It unpacks to suspiciously much: an archive made to do harm.
    case bomb(ratio: Int)
    /// More is unpacked than the limit, in octets.
    case tooLarge(limit: Int)
    /// More files inside than the limit.
    case tooManyFiles(limit: Int)
    /// Archives inside archives, deeper than the limit.
    case nestedTooDeep(limit: Int)
    /// The XML of a document is longer than the limit, in octets.
    case tooMuchMarkup(limit: Int)
    /// The XML of a document declares entities, which office programs never do.
    case forbiddenMarkup
    /// The time for the whole letter's file is over.
    case outOfTime(limit: Duration)
    /// The program is stopping; the file should be read again.
    case cancelled
}

extension UnreadReason {
    /// For the clerk: a sentence without its full stop.
    package var ukrainian: String {
        switch self {
        case .empty: "файл порожній"
        case .unknownKind(let type): "файли такого типу (\(type)) програма не читає"
        case .notText(let type): "це не текстовий документ (\(type))"
        case .toolMissing(let tool, let package): "не встановлено програму \(tool): apt-get install \(package)"
        case .toolTimeout(let tool, let limit): "\(tool): за \(Self.seconds(limit)) с файл не прочитано, програму зупинено"
        case .toolDied(let tool, _): "\(tool): програма вичерпала дозволену пам’ять чи час або зазнала збою, її зупинено"
        case .toolRefused(let tool, let words): "\(tool) не може прочитати файл" + Self.tail(words)
        case .toolUnstartable(let tool, let words): "програму \(tool) не вдалося запустити" + Self.tail(words)
        case .encrypted: "файл захищено паролем"
        case .protected: "автор файлу заборонив копіювати з нього текст"
        case .damaged(let words): "файл пошкоджено" + Self.tail(words)
        case .bomb(let ratio): "підозрілий архів: розпаковується більш ніж у \(ratio) разів, не розпаковано"
        case .tooLarge(let limit): "завеликий: понад \(Self.mebibytes(limit)) МБ у розпакованому вигляді"
        case .tooManyFiles(let limit): "в архіві більше ніж \(limit) файлів"
        case .nestedTooDeep(let limit): "архіви вкладено один в одного глибше ніж \(limit) разів"
        case .tooMuchMarkup(let limit): "документ завеликий: понад \(Self.mebibytes(limit)) МБ розмітки"
        case .forbiddenMarkup: "документ містить заборонену розмітку (DTD)"
        case .outOfTime(let limit): "на читання пішло більше ніж \(Self.seconds(limit)) с, читання припинено"
        case .cancelled: "читання перервано, файл буде прочитано ще раз"
        }
    }

    /// For the clerk: a sentence without its full stop.
    package var english: String {
        switch self {
        case .empty: "the file is empty"
        case .unknownKind(let type): "files of this type (\(type)) are not read"
        case .notText(let type): "this is not a text document (\(type))"
        case .toolMissing(let tool, let package): "\(tool) is not installed: apt-get install \(package)"
        case .toolTimeout(let tool, let limit): "\(tool) was stopped: the file was not read within \(Self.seconds(limit)) s"
        case .toolDied(let tool, let signal):
            "\(tool) was stopped by signal \(signal): out of memory or time, or broken by the file"
        case .toolRefused(let tool, let words): "\(tool) cannot read the file" + Self.tail(words)
        case .toolUnstartable(let tool, let words): "\(tool) could not be started" + Self.tail(words)
        case .encrypted: "the file needs a password"
        case .protected: "the author of the file forbade copying its text"
        case .damaged(let words): "the file is damaged" + Self.tail(words)
        case .bomb(let ratio): "a suspicious archive: it unpacks to more than \(ratio) times its size, so it was not unpacked"
        case .tooLarge(let limit): "too large: more than \(Self.mebibytes(limit)) MB when unpacked"
        case .tooManyFiles(let limit): "the archive holds more than \(limit) files"
        case .nestedTooDeep(let limit): "archives inside archives, deeper than \(limit)"
        case .tooMuchMarkup(let limit): "the document is too large: more than \(Self.mebibytes(limit)) MB of markup"
        case .forbiddenMarkup: "the document holds forbidden markup (a DTD)"
        case .outOfTime(let limit): "reading took longer than \(Self.seconds(limit)) s and was ended"
        case .cancelled: "reading was interrupted; the file will be read again"
        }
    }

    private static func tail(_ words: String) -> String { words.isEmpty ? "" : ": \(words)" }

    private static func mebibytes(_ octets: Int) -> Int { octets >> 20 }

    private static func seconds(_ duration: Duration) -> Int64 { max(1, duration.components.seconds) }
}

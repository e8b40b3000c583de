# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Random logs, as programs and their bugs write them.

A log is a list of pieces, so that one which shows an error can be made smaller.
"""

ESC, BEL = b'\x1b', b'\x07'

WORDS = [word.encode() for word in (
    'a', 'bc', 'def', ' ', '  ', '50%', '[INFO] ', 'x' * 12, '0123456789', 'lqk_x~`', '<U+202E>',
    'ä', 'ñé', '日', '日本語', '한글', 'ﾊﾝ', '🎉', '👩\u200d💻', '❤\ufe0f', '→', '█▌', '│', 'e\u0301',
    '\u0301', 'a\u0300\u0301', '\u200d', '\u200b', '\u202e', '\u2028', '\ufeff', '\u00ad',
    '\u00a0', '\ufffd', '\ue000', '\u0e33', '\U000e0041', 'क\u094dष\u093f', '\u0e31',
    '1\ufe0f\u20e3', '🇩🇪',
)]

BROKEN = [
    b'\xff', b'\x80', b'\xc3', b'\xc0\xaf', b'\xe2\x82', b'\xe2\x82(', b'\xed\xa0\x80',
    b'\xf0\x9f', b'\xf0\x9f\x8e', b'\xf4\x90\x80\x80', b'\xf8\x88', b'\x9b', b'\x9c', b'\x8d',
    b'\x9f\x99', b'\xe2',
]

CONTROLS = [b'\n', b'\n', b'\r', b'\r', b'\r\n', b'\t', b'\b', b'\b\b']
OTHER_CONTROLS = [
    b'\x0e', b'\x0f', b'\x00', b'\x07', b'\x0b', b'\x0c', b'\x18', b'\x1a', b'\x1c', b'\x7f',
    b'\xc2\x85', b'\xc2\x84', b'\xc2\x8d', b'\xc2\x9c', b'\xc2\x80', ESC,
]

ESCAPES = [
    b'7', b'8', b'7', b'8', b'D', b'E', b'M', b'H', b'c', b'=', b'>', b'\\', b'Z', b'n', b'~',
    b'(B', b'(0', b')B', b')0', b'*0', b'(A', b'(%0', b'#8', b'%G', b' F', b'(\n', b'(',
    b' !"#$%&',
]

FINALS = b'ABCDEFGHIJKLMPSTXZ@`abdefgmrsuAABBCCDDGHJJKKKMPX@m'
ALL_FINALS = bytes(range(0x40, 0x7f))
NUMBERS = [
    b'', b'0', b'1', b'1', b'2', b'2', b'3', b'4', b'5', b'8', b'10', b'23', b'24', b'80', b'99',
    b'100', b'101', b'159', b'160', b'161', b'999', b'8192', b'99999', b'999999999999', b'007',
]
STYLES = [
    b'', b'0', b'1', b'31', b'1;32', b'38;5;196', b'38;2;255;0;0', b'38:2::255:0:0', b'38:5:3',
    b'48;5;3', b'58:2::1:2:3', b'4:3', b'39', b'22', b'90', b'97', b'7', b'8', b'38', b'38;5',
    b'38;2;1',
]
MODES = [
    b'?25l', b'?25h', b'?2004h', b'?1h', b'?1l', b'?7l', b'?7h', b'?1049h', b'?1049l', b'?47h',
    b'?47l', b'?1047h', b'?1047l', b'20h', b'?1;25h',
]

STRINGS = [
    b']0;title', b']8;;http://x/a(b)', b']8;;', b']52;c;QUJD', b']133;A', b'P+q544e', b'P1$r0m',
    b'_bk;t=1700000000000', b'_other', b'^private', b'Xstring', b']0;\xe2\x9c\x93 ok',
    b']0;a\xc3\x9cb', b'_a\tb\rc', b']', b'P', b']9;4;1;50',
]
ELEMENTS = [
    b"]1339;url='http://x/;y';content='the link'", b']1339;url=artifact://a.txt',
    b']1339;url=http://x;content="\xe2\x80\xae a"', b']1338;url="http://x/a.png";alt="foo bar"',
    b']1338;url=http://x/a.png', b']1337;File=name=MS5naWY=;inline=1:QUJD\nREVG',
    b']1337;File=name=MS5naWY=;inline=0:AA==', b']1337;File=inline=1:AAAA', b']1339;content=only',
]
ENDS = [BEL, BEL, ESC + b'\\', ESC + b'\\', b'\x9c', b'\xc2\x9c']
NO_ENDS = [b'', b'\n', b'\x18', ESC + b'[m', b'-', ESC]


def word(random):
    return random.choice(WORDS) * random.choice((1, 1, 1, 1, 2, 3))


def control(random):
    return random.choice(CONTROLS)


def other_control(random):
    return random.choice(OTHER_CONTROLS)


def broken(random):
    return random.choice(BROKEN)


def escape(random):
    return ESC + random.choice(ESCAPES)


def introducer(random):
    return ESC + b'[' if random.random() < 0.9 else b'\xc2\x9b'


def parameters(random):
    return b';'.join(random.choice(NUMBERS) for _ in range(random.choice((0, 1, 1, 1, 1, 2, 2,
    3))))


def sequence(random):
    return introducer(random) + parameters(random) + bytes([random.choice(FINALS)])


def odd_sequence(random):
    """Sequences with all that may stand in one, in an order that may be wrong."""
    held = parameters(random)
    for _ in range(random.randint(0, 3)):
        at = random.randint(0, len(held))
        held = held[:at] + random.choice(
            (b'?', b'>', b'<', b'=', b':', b';', b' ', b'!', b'$', b'"', b'\r', b'\t', b'\x00',
            b'\x7f',
             b'\x18', b'\n', ESC, b'\xc3\xa4', b';' * 40, b'1' * 40)) + held[at:]
    return introducer(random) + held + bytes([random.choice(ALL_FINALS)])


def style(random):
    return introducer(random) + random.choice((b'', b'', b'', b'>',
    b'?')) + random.choice(STYLES) + b'm'


def mode(random):
    return introducer(random) + random.choice(MODES)


def string(random):
    text = random.choice(STRINGS if random.random() < 0.7 else ELEMENTS)
    start = ESC + text
    if random.random() < 0.1:
        start = bytes([0xc2, text[0] + 0x40]) + text[1:]
    return start + random.choice(ENDS if random.random() < 0.8 else NO_ENDS)


def long_piece(random):
    """As long as the limits are."""
    count = random.choice((1, 2, 158, 159, 160, 161, 200, 4090, 8190, 8191, 8192, 8193))
    kind = random.randrange(5)
    if kind == 0:
        return b'x' * count
    if kind == 1:
        text = random.choice(WORDS)
        return text * (count // len(text) + 1)
    if kind == 2:
        return random.choice((b'\n', b'\r\n', ESC + b'[A', ESC + b'[B', ESC + b'D', b'\b',
        b'\t', b'y\n')) \
            * min(count, 200)
    size = 4096 + random.randint(-4, 3)
    if kind == 3:
        return random.choice((ESC + b']', ESC + b'_',
        b'\xc2\x9d')) + b's' * size + random.choice(ENDS)
    return introducer(random) + b'1' * size + b'A'


def redraw(random):
    """A program that draws some rows anew, as docker, npm and apt do."""
    rows = random.randint(1, 4)
    pieces = []
    for _ in range(random.randint(1, 3)):
        pieces += [word(random) + random.choice((b'\r\n', b'\n', ESC + b'[K\n', ESC + b'[E'))
                   for _ in range(rows)]
        pieces.append(ESC + b'[%dA' % rows + random.choice((b'', b'\r', ESC + b'[J',
        ESC + b'[2K')))
    return b''.join(pieces)


def status_line(random):
    """apt's progress bar."""
    rows = random.choice((10, 24))
    return b''.join((b'\x1b7\x1b[0;%dr\x1b8\x1b[1A' % (rows - 1), word(random), b'\n',
                     b'\x1b7\x1b[%d;0fProgress: [ 50%%]\x1b8' % rows, word(random), b'\r\n'))


PIECES = (
    (word, 30), (control, 22), (sequence, 24), (style, 5), (escape, 6), (string, 4),
    (other_control, 2), (broken, 2), (odd_sequence, 3), (mode, 1), (redraw, 2), (status_line,
    0.3), (long_piece, 0.4),
)
MAKERS = [maker for maker, weight in PIECES]
WEIGHTS = [weight for maker, weight in PIECES]


def generate(random):
    """The pieces of a log."""
    makers = random.choices(MAKERS, WEIGHTS, k=random.choice((2, 4, 8, 16, 30, 60)))
    return [maker(random) for maker in makers]


def mutate(random, data):
    """A part of a real log, with pieces put in and taken out."""
    length = random.choice((100, 300, 1000, 3000))
    start = random.randrange(max(len(data) - length, 1))
    data = data[start:start + length]
    pieces = []
    while data:
        count = random.randint(1, 40)
        pieces.append(data[:count])
        data = data[count:]
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(pieces))
        change = random.randrange(4)
        if change == 0:
            pieces.insert(at, random.choices(MAKERS, WEIGHTS)[0](random))
        elif change == 1:
            pieces[at] = b''
        elif change == 2:
            pieces.insert(at, random.choice(pieces))
        else:
            byte = random.randrange(len(pieces[at]) + 1)
            pieces[at] = pieces[at][:byte] + bytes([random.randrange(256)]) + pieces[at][byte + 1:]
    return pieces
